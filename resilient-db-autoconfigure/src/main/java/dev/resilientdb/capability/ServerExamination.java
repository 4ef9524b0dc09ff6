package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;

/**
 * Asks a server what it can do. What it refuses for any other reason than not knowing it,
 * such as a lack of privileges, stays unknown.
 */
final class ServerExamination {

	private static final Logger logger = LoggerFactory.getLogger(ServerExamination.class);

	private static final int TIMEOUT_SECONDS = 5;

	private static final Set<FailureKind> NOT_KNOWN_TO_SERVER = Set.of(FailureKind.SYNTAX, FailureKind.UNSUPPORTED,
			FailureKind.MISSING_OBJECT);

	private final FailureClassifier classifier;

	ServerExamination(FailureClassifier classifier) {
		this.classifier = classifier;
	}

	/**
	 * What the server shows, for the capabilities that it could be asked for.
	 * @throws SQLException when the connection breaks
	 */
	Map<Capability, Support> observe(Connection connection, CapabilityDialect dialect, Declarations declared)
			throws SQLException {
		Map<Capability, Support> observed = new EnumMap<>(Capability.class);
		for (CapabilityProbe probe : dialect.probes()) {
			if (!probe.isScript() || isExpected(declared.row(probe.capability()))) {
				Support support = observe(connection, probe);
				if (support != null) {
					observed.put(probe.capability(), support);
				}
			}
		}
		return observed;
	}

	private static boolean isExpected(CapabilityRow row) {
		return row.support() == Support.YES || row.support() == Support.PARTIAL;
	}

	private @Nullable Support observe(Connection connection, CapabilityProbe probe) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			boolean there = true;
			for (String sql : probe.statements()) {
				there = passes(statement, sql);
			}
			return there ? Support.YES : Support.NO;
		}
		catch (SQLException ex) {
			if (!connection.isValid(TIMEOUT_SECONDS)) {
				throw ex;
			}
			logger.debug("Server does not show whether it has {}", probe.capability(), ex);
			return isNotKnown(ex) ? Support.NO : null;
		}
	}

	private static boolean passes(Statement statement, String sql) throws SQLException {
		if (!statement.execute(sql)) {
			return true;
		}
		try (ResultSet rows = statement.getResultSet()) {
			return rows.next() && rows.getBoolean(1);
		}
	}

	private boolean isNotKnown(SQLException ex) {
		DatabaseFailure failure = this.classifier.classify(ex);
		return failure != null && NOT_KNOWN_TO_SERVER.contains(failure.kind());
	}

}

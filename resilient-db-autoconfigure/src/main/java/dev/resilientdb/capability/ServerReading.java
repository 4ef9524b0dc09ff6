package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a report of what a server tells of itself and what is known of its product.
 */
final class ServerReading {

	private static final Logger logger = LoggerFactory.getLogger(ServerReading.class);

	private static final int SILENCE_MILLIS = 10_000;

	private final List<CapabilityDialect> dialects;

	private final @Nullable ServerExamination examination;

	/**
	 * Creates it.
	 * @param examination null when servers are asked for nothing but their version
	 */
	ServerReading(List<CapabilityDialect> dialects, @Nullable ServerExamination examination) {
		this.dialects = List.copyOf(dialects);
		this.examination = examination;
	}

	CapabilityReport read(String dataSource, String product, Connection connection) throws SQLException {
		boundSilence(connection);
		CapabilityDialect dialect = dialect(product);
		if (dialect == null) {
			return new CapabilityReport(dataSource, product, connection.getMetaData().getDatabaseProductVersion(),
					List.of());
		}
		String version = dialect.serverVersion(connection);
		Declarations declared = Declarations.of(dialect.capabilities(), ServerVersion.in(version));
		Map<Capability, Support> observed = (this.examination != null)
				? this.examination.observe(connection, dialect, declared) : Map.of();
		return new CapabilityReport(dataSource, product, version, capabilities(declared, observed));
	}

	private @Nullable CapabilityDialect dialect(String product) {
		for (CapabilityDialect dialect : this.dialects) {
			if (dialect.product().equals(product)) {
				return dialect;
			}
		}
		return null;
	}

	private static List<ServerCapability> capabilities(Declarations declared, Map<Capability, Support> observed) {
		List<ServerCapability> result = new ArrayList<>();
		for (Capability capability : Capability.values()) {
			CapabilityRow row = declared.row(capability);
			result.add(new ServerCapability(capability, row.support(), observed.get(capability), row.note()));
		}
		return result;
	}

	// A query timeout helps while the server listens
	private static void boundSilence(Connection connection) {
		try {
			connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
		}
		catch (SQLException | RuntimeException | LinkageError ex) {
			logger.debug("Driver bounds no silence", ex);
		}
	}

}

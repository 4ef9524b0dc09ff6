package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.lint.Finding;

/**
 * Looks at a schema and says what is wrong with it. Changes nothing.
 */
final class SchemaExaminer {

	private static final Logger logger = LoggerFactory.getLogger(SchemaExaminer.class);

	private final HistoryNames names;

	private final Servers servers;

	private final SchemaChecks checks;

	private final PendingScripts scripts;

	private final Verdicts verdicts;

	SchemaExaminer(HistoryNames names, Servers servers, SchemaChecks checks, PendingScripts scripts,
			Verdicts verdicts) {
		this.names = names;
		this.servers = servers;
		this.checks = checks;
		this.scripts = scripts;
		this.verdicts = verdicts;
	}

	/**
	 * Why the application must not run on a schema.
	 */
	MigrationRefusedException refusal(MigrationReport report) {
		return new MigrationRefusedException(report, this.verdicts.lint());
	}

	/**
	 * What pending scripts do that is warned of.
	 */
	List<Finding> warned(MigrationReport report) {
		return report.findings()
			.stream()
			.filter((finding) -> this.verdicts.lint().of(finding) == AnomalyPolicy.WARN)
			.toList();
	}

	/**
	 * Looks with connections of the Flyway's own data source.
	 * @throws FlywayException when the database cannot be reached, or Flyway cannot read
	 * what it needs
	 */
	Examination examine(GuardedFlyway flyway, Expectation expectation) {
		return examine(flyway, expectation, flyway.getConfiguration().getDataSource());
	}

	/**
	 * Looks with connections of another data source to the same database.
	 */
	Examination examine(GuardedFlyway flyway, Expectation expectation, DataSource source) {
		FlywaySetup setup = this.names.setup(flyway);
		Anomalies found = this.verdicts.anomalies();
		this.checks.setup().forEach((check) -> check.examine(setup, found));
		// Whoever looks further might wait for a connection that never comes
		HistoryProbe probe = new HistoryProbe();
		List<MigrationInfo> migrations = found.has(AnomalyPolicy.FAIL) ? null
				: migrations(setup.configuration(), source, probe, found);
		if (migrations == null) {
			return new Examination(this.verdicts.report(setup.history(), found), null);
		}
		try (Connection connection = source.getConnection(); AutoCommit own = AutoCommit.on(connection)) {
			SchemaState state = new SchemaState(setup.history(), setup.configuration(), migrations,
					this.servers.of(own.connection()), expectation, probe.content());
			return examined(state, own.connection(), found);
		}
		catch (SQLException ex) {
			throw new FlywayException("Schema behind '" + flyway.name() + "' cannot be examined", ex);
		}
	}

	private Examination examined(SchemaState state, Connection connection, Anomalies found) {
		check(state, connection, found);
		return new Examination(this.verdicts.report(state, found, this.scripts.lint(state, connection)), state);
	}

	/**
	 * Looks at what can be seen without a connection.
	 */
	MigrationReport setup(GuardedFlyway flyway) {
		FlywaySetup setup = this.names.setup(flyway);
		Anomalies found = this.verdicts.anomalies();
		this.checks.setup().forEach((check) -> check.examine(setup, found));
		return this.verdicts.report(setup.history(), found);
	}

	/**
	 * Stands for a look at a schema that cannot be reached.
	 */
	Examination unseen(GuardedFlyway flyway) {
		return new Examination(this.verdicts.unseen(this.names.setup(flyway).history()), null);
	}

	// Callbacks of the application are for changes, not for looks
	private static @Nullable List<MigrationInfo> migrations(Configuration configuration, DataSource source,
			HistoryProbe probe, Anomalies found) {
		Flyway flyway = Flyway.configure(configuration.getClassLoader())
			.configuration(configuration)
			.dataSource(source)
			.skipDefaultCallbacks(true)
			.load();
		listen(flyway, probe);
		try {
			return Arrays.asList(flyway.info().all());
		}
		catch (FlywayException ex) {
			if (DuplicateVersion.report(ex, found)) {
				return null;
			}
			throw ex;
		}
	}

	// Given earlier, it would be forgotten for those that Flyway finds by itself
	private static void listen(Flyway flyway, Callback probe) {
		if (flyway.getConfiguration() instanceof ClassicConfiguration own) {
			own.setCallbacks(probe);
		}
	}

	private void check(SchemaState state, Connection connection, Anomalies found) {
		for (SchemaCheck check : this.checks.schema()) {
			try {
				check.examine(state, connection, found);
			}
			catch (SQLException ex) {
				logger.warn("{} could not look at the schema behind '{}' (SQLState {}), and finds nothing there",
						check.getClass().getSimpleName(), state.history().flyway(), ex.getSQLState());
				logger.debug("Schema behind '{}' cannot be looked at", state.history().flyway(), ex);
			}
		}
	}

}

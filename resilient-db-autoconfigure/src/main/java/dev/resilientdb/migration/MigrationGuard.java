package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.Locale;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.lint.Finding;

/**
 * Stands between the application's Flyways and their schemas: looks, decides, lets
 * migrate, looks again.
 */
final class MigrationGuard {

	private static final Logger logger = LoggerFactory.getLogger(MigrationGuard.class);

	private final MigrationMode mode;

	private final SchemaExaminer examiner;

	private final MigrationRunner runner;

	private final MigrationReports reports;

	private final ReadinessGate readiness;

	MigrationGuard(MigrationMode mode, SchemaExaminer examiner, MigrationRunner runner, MigrationReports reports,
			ReadinessGate readiness) {
		this.mode = mode;
		this.examiner = examiner;
		this.runner = runner;
		this.reports = reports;
		this.readiness = readiness;
	}

	/**
	 * Whether this application may change schemas.
	 */
	boolean changesSchema() {
		return this.mode == MigrationMode.MIGRATE;
	}

	/**
	 * Refuses what changes a schema where somebody else changes it, or where the settings
	 * alone speak against it.
	 */
	void checkChange(GuardedFlyway flyway, String operation) {
		if (!changesSchema()) {
			throw new IllegalStateException("Flyway '%s' may not %s: resilient-db.migration.mode is %s"
				.formatted(flyway.name(), operation, this.mode.name().toLowerCase(Locale.ROOT)));
		}
		MigrationReport report = this.examiner.setup(flyway);
		if (report.verdict() == MigrationVerdict.REFUSED) {
			this.reports.put(report);
			throw this.examiner.refusal(report);
		}
	}

	/**
	 * Looks at a schema that nobody has looked at yet.
	 */
	void lookOnce(GuardedFlyway flyway) {
		if (this.reports.of(flyway.name()) == null) {
			look(flyway);
		}
	}

	private void look(GuardedFlyway flyway) {
		try {
			settle(this.examiner.examine(flyway, Expectation.UP_TO_DATE));
		}
		catch (FlywayException ex) {
			if (this.mode != MigrationMode.WAIT) {
				throw ex;
			}
			logger.warn("Schema behind '{}' cannot be looked at yet: {}", flyway.name(), ex.getClass().getName());
			logger.debug("Schema behind '{}' cannot be looked at yet", flyway.name(), ex);
			settle(this.examiner.unseen(flyway));
		}
	}

	/**
	 * Migrates if nothing speaks against it.
	 * @throws MigrationRefusedException when something does
	 */
	MigrateResult migrate(GuardedFlyway flyway) {
		if (!changesSchema()) {
			look(flyway);
			return nothingMigrated();
		}
		Examination before = this.examiner.examine(flyway, Expectation.TO_BE_MIGRATED);
		settle(before);
		SchemaState state = before.state();
		if (state == null || before.report().verdict() == MigrationVerdict.NOT_READY) {
			return nothingMigrated();
		}
		MigrationRun run = run(before.report(), state);
		MigrateResult result = this.runner.run(run);
		if (result.migrationsExecuted > 0 || !run.pending().isEmpty()) {
			settle(this.examiner.examine(flyway, Expectation.UP_TO_DATE));
		}
		return result;
	}

	private static MigrationRun run(MigrationReport report, SchemaState state) {
		MigrationRun run = new MigrationRun(state);
		if (report.anomalies().stream().anyMatch((anomaly) -> anomaly.kind().isRefusedByFlyway())) {
			run.withoutValidation();
		}
		return run;
	}

	/**
	 * Takes over what a look at the start has shown.
	 * @throws MigrationRefusedException when the application must not start
	 */
	private void settle(Examination examination) {
		MigrationReport report = examination.report();
		this.reports.put(report);
		// What is wrong with the application itself does not pass
		boolean waits = this.mode == MigrationMode.WAIT && examination.state() != null;
		if (report.verdict() == MigrationVerdict.REFUSED && !waits) {
			throw this.examiner.refusal(report);
		}
		tell(report);
		this.readiness.update(report);
	}

	/**
	 * Takes over what a look at the running application has shown.
	 */
	void watch(GuardedFlyway flyway, Examination examination) {
		MigrationReport known = this.reports.of(flyway.name());
		MigrationReport report = examination.report();
		this.reports.put(report);
		if (known == null || !known.anomalies().equals(report.anomalies())) {
			tell(report);
		}
		// An application that takes traffic is not shut by what others do to the schema
		if (this.readiness.isClosed()) {
			this.readiness.update(report);
		}
	}

	private void tell(MigrationReport report) {
		for (Anomaly anomaly : report.anomalies()) {
			if (anomaly.policy() != AnomalyPolicy.IGNORE) {
				logger.warn("{} ({}): {}. {}", anomaly.id(), anomaly.subject(), anomaly.evidence(), anomaly.advice());
			}
		}
		for (Finding finding : this.examiner.warned(report)) {
			logger.warn("{} ({}, line {}): {}. {}", finding.rule(), finding.script(), finding.line(), finding.message(),
					finding.alternative());
		}
	}

	private static MigrateResult nothingMigrated() {
		MigrateResult result = new MigrateResult();
		result.success = true;
		result.migrations = new ArrayList<>();
		return result;
	}

}

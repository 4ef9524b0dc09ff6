package dev.resilientdb.migration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.lint.Finding;

/**
 * One schema history at the time it was last looked at.
 *
 * @param history which one
 * @param verdict how it fits the application
 * @param time when it was looked at
 * @param current the version of the schema, null when nothing was applied or nobody knows
 * @param applied what the history tells of, in its order
 * @param pending the scripts that wait to be applied
 * @param anomalies what is wrong
 * @param findings what the pending scripts would do to a live system
 * @param lock what a run of Flyway waits for right now, null when it does not wait
 * @param repairPlan the ways out of the anomalies as numbered steps, with statements for
 * this product that nobody but the reader executes; null when nothing is to be done
 */
public record MigrationReport(SchemaHistory history, MigrationVerdict verdict, Instant time, @Nullable String current,
		List<AppliedMigration> applied, List<String> pending, List<Anomaly> anomalies, List<Finding> findings,
		@Nullable MigrationLock lock, @Nullable String repairPlan) {

	public MigrationReport {
		applied = List.copyOf(applied);
		pending = List.copyOf(pending);
		anomalies = List.copyOf(anomalies);
		findings = List.copyOf(findings);
	}

	/**
	 * The same while a run waits for somebody.
	 */
	MigrationReport waitingFor(@Nullable MigrationLock lock) {
		return new MigrationReport(this.history, this.verdict, this.time, this.current, this.applied, this.pending,
				this.anomalies, this.findings, lock, this.repairPlan);
	}

}

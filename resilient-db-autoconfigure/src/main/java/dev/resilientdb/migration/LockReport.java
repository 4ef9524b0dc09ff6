package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Shows in the report of a history what its migration waits for. Safe for use by several
 * threads.
 */
final class LockReport {

	private final MigrationReports reports;

	private final MigrationRun run;

	private final AnomalyPolicy policy;

	private final @Nullable MigrationReport before;

	private boolean shown;

	private boolean ended;

	LockReport(MigrationReports reports, MigrationRun run, AnomalyPolicy policy) {
		this.reports = reports;
		this.run = run;
		this.policy = policy;
		this.before = reports.of(run.history().flyway());
	}

	synchronized void show(RunProgress.StepKind kind, MigrationLock lock) {
		if (this.before != null && !this.ended) {
			this.shown = true;
			this.reports.put(with(this.before, kind, lock));
		}
	}

	synchronized void clear() {
		if (this.shown && this.before != null) {
			this.shown = false;
			this.reports.put(this.before);
		}
	}

	/**
	 * Leaves the report to those who come after the run.
	 */
	synchronized void end() {
		clear();
		this.ended = true;
	}

	private MigrationReport with(MigrationReport report, RunProgress.StepKind kind, MigrationLock lock) {
		List<Anomaly> anomalies = new ArrayList<>(report.anomalies());
		anomalies.add(new Anomaly(AnomalyKind.LOCK_HELD, this.policy, lock.waiter(),
				"It has been waited for since %s, behind %s".formatted(lock.since(),
						LockTexts.holders(this.run, lock.holders())),
				LockTexts.isOwn(this.run, lock.holders())
						? this.run.server().sessions().adviceOnOwnLock() + ", and start again."
						: "Let the session end, or end it on the server" + ending(kind, lock)));
		boolean warns = this.policy != AnomalyPolicy.IGNORE && report.verdict().compareTo(MigrationVerdict.WARNED) < 0;
		return new MigrationReport(report.history(), warns ? MigrationVerdict.WARNED : report.verdict(), report.time(),
				report.current(), report.applied(), report.pending(), anomalies, report.findings(), lock,
				report.repairPlan());
	}

	// Who stands in the way of a script may be a guess, and somebody at work
	private String ending(RunProgress.StepKind kind, MigrationLock lock) {
		return (kind == RunProgress.StepKind.LOCK) ? LockTexts.ending(this.run, lock.holders()) : ".";
	}

}

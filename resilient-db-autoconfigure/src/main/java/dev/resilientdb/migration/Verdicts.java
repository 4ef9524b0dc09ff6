package dev.resilientdb.migration;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationInfo;

import dev.resilientdb.lint.Finding;

/**
 * Puts what was found together.
 *
 * @param policies what is done about anomalies
 * @param lint what is done about findings in scripts
 */
record Verdicts(Policies policies, LintPolicy lint, InstantSource clock) {

	Anomalies anomalies() {
		return new Anomalies(this.policies);
	}

	MigrationReport report(SchemaHistory history, Anomalies found) {
		List<Anomaly> anomalies = found.found();
		return new MigrationReport(history, verdict(anomalies, List.of()), this.clock.instant(), null, List.of(),
				List.of(), anomalies, List.of(), null, RepairPlan.of(anomalies, null));
	}

	MigrationReport report(SchemaState state, Anomalies found, List<Finding> findings) {
		List<Anomaly> anomalies = found.found();
		return new MigrationReport(state.history(), verdict(anomalies, findings), this.clock.instant(), state.current(),
				state.applied().stream().map(AppliedMigration::of).toList(),
				state.pending().stream().map(MigrationInfo::getScript).toList(), anomalies, findings, null,
				RepairPlan.of(anomalies, HistorySql.of(state)));
	}

	/**
	 * The report of a schema that cannot be reached yet.
	 */
	MigrationReport unseen(SchemaHistory history) {
		Anomaly pending = new Anomaly(AnomalyKind.PENDING, AnomalyPolicy.NOT_READY, history.qualifiedTable(),
				"The schema could not be looked at", "The application looks again until the database answers.");
		return new MigrationReport(history, MigrationVerdict.NOT_READY, this.clock.instant(), null, List.of(),
				List.of(), List.of(pending), List.of(), null, null);
	}

	/**
	 * A report with what was found later.
	 */
	MigrationReport extended(MigrationReport report, Anomalies more) {
		List<Anomaly> anomalies = Stream.concat(report.anomalies().stream(), more.found().stream()).toList();
		return new MigrationReport(report.history(), worse(report.verdict(), verdict(more.found(), List.of())),
				this.clock.instant(), report.current(), report.applied(), report.pending(), anomalies,
				report.findings(), report.lock(), RepairPlan.of(anomalies, null));
	}

	private MigrationVerdict verdict(List<Anomaly> anomalies, List<Finding> findings) {
		MigrationVerdict worst = MigrationVerdict.SOUND;
		for (Anomaly anomaly : anomalies) {
			worst = worse(worst, of(anomaly.policy()));
		}
		for (Finding finding : findings) {
			worst = worse(worst, of(this.lint.of(finding)));
		}
		return worst;
	}

	private static MigrationVerdict of(AnomalyPolicy policy) {
		return switch (policy) {
			case FAIL -> MigrationVerdict.REFUSED;
			case NOT_READY -> MigrationVerdict.NOT_READY;
			case WARN -> MigrationVerdict.WARNED;
			case IGNORE -> MigrationVerdict.SOUND;
		};
	}

	private static MigrationVerdict worse(MigrationVerdict one, MigrationVerdict other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}

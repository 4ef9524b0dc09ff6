package dev.resilientdb.actuate;

import java.util.List;

import dev.resilientdb.migration.Anomaly;
import dev.resilientdb.migration.AnomalyPolicy;
import dev.resilientdb.migration.MigrationReport;
import dev.resilientdb.migration.MigrationReports;

/**
 * The anomalies of schema histories that somebody should look at.
 */
final class MigrationRecommendations implements RecommendationSource {

	private final MigrationReports reports;

	MigrationRecommendations(MigrationReports reports) {
		this.reports = reports;
	}

	@Override
	public List<Recommendation> recommendations() {
		return this.reports.all().stream().flatMap((report) -> of(report).stream()).toList();
	}

	private static List<Recommendation> of(MigrationReport report) {
		return report.anomalies()
			.stream()
			.filter((anomaly) -> anomaly.policy() != AnomalyPolicy.IGNORE)
			.map((anomaly) -> of(report.history().dataSource(), anomaly))
			.toList();
	}

	private static Recommendation of(String dataSource, Anomaly anomaly) {
		return new Recommendation(anomaly.id(), anomaly.kind().severity(),
				"%s in the schema of '%s'".formatted(anomaly.subject(), dataSource), anomaly.evidence(),
				anomaly.advice());
	}

}

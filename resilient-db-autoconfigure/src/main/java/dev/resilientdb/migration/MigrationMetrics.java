package dev.resilientdb.migration;

import java.util.function.ToIntFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Publishes {@code resilientdb.migration.pending} and
 * {@code resilientdb.migration.anomalies}, those that are only shown left out.
 */
final class MigrationMetrics implements MeterBinder {

	private final MigrationReports reports;

	MigrationMetrics(MigrationReports reports) {
		this.reports = reports;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String flyway : this.reports.flyways()) {
			gauge(registry, flyway, "pending", "Migrations that wait to be applied.",
					(report) -> report.pending().size());
			gauge(registry, flyway, "anomalies", "Anomalies of the schema's history that somebody should look at.",
					MigrationMetrics::anomalies);
		}
	}

	private void gauge(MeterRegistry registry, String flyway, String name, String description,
			ToIntFunction<MigrationReport> value) {
		Gauge.builder("resilientdb.migration." + name, this.reports, (all) -> {
			MigrationReport report = all.of(flyway);
			return (report != null) ? value.applyAsInt(report) : Double.NaN;
		}).description(description).tag("flyway", flyway).register(registry);
	}

	private static int anomalies(MigrationReport report) {
		return (int) report.anomalies().stream().filter((anomaly) -> anomaly.policy() != AnomalyPolicy.IGNORE).count();
	}

}

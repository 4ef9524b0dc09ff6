package dev.resilientdb.actuate;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.resilientdb.migration.MigrationReport;
import dev.resilientdb.migration.MigrationReports;
import dev.resilientdb.migration.MigrationVerdict;

/**
 * Health of one schema from the last look at its history. Out of service while the
 * application waits for it, down when it has waited too long: one that takes traffic is
 * not stopped by what others do to its schema.
 */
final class MigrationHealthIndicator implements HealthIndicator {

	private final MigrationReports reports;

	private final String flyway;

	MigrationHealthIndicator(MigrationReports reports, String flyway) {
		this.reports = reports;
		this.flyway = flyway;
	}

	@Override
	public Health health() {
		MigrationReport report = this.reports.of(this.flyway);
		if (report == null) {
			return Health.unknown().build();
		}
		Map<String, Object> details = MigrationSection.view(report);
		details.keySet().removeAll(MigrationSection.DETAILS);
		details.values().removeIf(Objects::isNull);
		return Health.status(status(report)).withDetails(details).build();
	}

	private Status status(MigrationReport report) {
		if (report.verdict() == MigrationVerdict.UNKNOWN) {
			return Status.UNKNOWN;
		}
		if (report.verdict().compareTo(MigrationVerdict.NOT_READY) < 0 || !this.reports.isWaiting()) {
			return Status.UP;
		}
		return this.reports.isOverdue() ? Status.DOWN : Status.OUT_OF_SERVICE;
	}

}

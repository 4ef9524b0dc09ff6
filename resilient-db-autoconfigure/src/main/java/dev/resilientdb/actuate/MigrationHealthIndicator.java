package dev.resilientdb.actuate;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.resilientdb.migration.MigrationReport;
import dev.resilientdb.migration.MigrationReports;

/**
 * Health of one schema from the last look at its history. Down when the application must
 * not run on it, or has waited for it too long.
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
		return switch (report.verdict()) {
			case UNKNOWN -> Status.UNKNOWN;
			case SOUND, WARNED -> Status.UP;
			case NOT_READY -> this.reports.isOverdue() ? Status.DOWN : Status.OUT_OF_SERVICE;
			case REFUSED -> Status.DOWN;
		};
	}

}

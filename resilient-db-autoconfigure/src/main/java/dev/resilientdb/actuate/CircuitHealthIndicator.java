package dev.resilientdb.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.resilientdb.circuit.Availability;
import dev.resilientdb.circuit.DatabaseAvailability;

/**
 * Health of one data source from its circuit and its availability. Down only when the
 * database is: what is degraded serves.
 */
final class CircuitHealthIndicator implements HealthIndicator {

	private final CircuitSection section;

	private final DatabaseAvailability availability;

	private final String dataSource;

	CircuitHealthIndicator(CircuitSection section, DatabaseAvailability availability, String dataSource) {
		this.section = section;
		this.availability = availability;
		this.dataSource = dataSource;
	}

	@Override
	public Health health() {
		Status status = (this.availability.of(this.dataSource) == Availability.DOWN) ? Status.DOWN : Status.UP;
		return Health.status(status).withDetails(this.section.present(this.dataSource)).build();
	}

}

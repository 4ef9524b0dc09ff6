package dev.resilientdb.circuit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The answers while the room is switched off.
 */
final class AlwaysAvailable implements DatabaseAvailability {

	private final Instant since;

	AlwaysAvailable(InstantSource clock) {
		this.since = clock.instant();
	}

	@Override
	public Availability of(String dataSource) {
		return Availability.AVAILABLE;
	}

	@Override
	public Availability overall() {
		return Availability.AVAILABLE;
	}

	@Override
	public AvailabilityReport report(String dataSource) {
		return new AvailabilityReport(dataSource, Availability.AVAILABLE, this.since, null, null);
	}

	@Override
	public List<AvailabilityReport> reports() {
		return List.of();
	}

	@Override
	public Registration addListener(AvailabilityListener listener) {
		return () -> {
		};
	}

}

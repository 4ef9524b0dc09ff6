package dev.resilientdb.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.circuit.Availability;
import dev.resilientdb.circuit.AvailabilityReport;
import dev.resilientdb.circuit.CircuitReport;
import dev.resilientdb.circuit.Circuits;
import dev.resilientdb.circuit.DatabaseAvailability;

/**
 * Section {@code circuits}, of which each data source has its {@code circuit}.
 */
final class CircuitSection implements CountingSection {

	private final Circuits circuits;

	private final DatabaseAvailability availability;

	CircuitSection(Circuits circuits, DatabaseAvailability availability) {
		this.circuits = circuits;
		this.availability = availability;
	}

	@Override
	public String name() {
		return "circuits";
	}

	@Override
	public String key() {
		return "circuit";
	}

	@Override
	public Map<String, Object> overall() {
		return Map.of("availability", this.availability.overall());
	}

	@Override
	@SuppressWarnings("NullAway") // JSON has a null
	public Map<String, Object> of(String dataSource) {
		AvailabilityReport available = this.availability.report(dataSource);
		CircuitReport circuit = this.circuits.report(dataSource);
		Map<String, Object> view = new LinkedHashMap<>();
		if (circuit != null) {
			view.put("state", circuit.state());
			view.put("failureRate", circuit.failureRate());
			view.put("since", circuit.since());
			view.put("until", circuit.until());
			view.put("opened", circuit.opened());
			view.put("rejected", circuit.rejected());
			view.put("timeToRecovery", millis(circuit.timeToRecovery()));
		}
		String opened = (circuit != null) ? circuit.reason() : null;
		view.put("reason", (opened != null) ? opened : available.reason());
		view.put("availability", available.availability());
		return view;
	}

	/**
	 * What there is to tell of a data source: health details are never null.
	 */
	Map<String, Object> present(String dataSource) {
		Map<String, Object> view = of(dataSource);
		view.values().removeIf(Objects::isNull);
		return view;
	}

	private static @Nullable Long millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : null;
	}

	@Override
	public HealthStatus status(String dataSource) {
		Availability known = this.availability.of(dataSource);
		return switch (known) {
			case AVAILABLE -> HealthStatus.UNKNOWN;
			case DEGRADED -> HealthStatus.DEGRADED;
			case READ_ONLY -> HealthStatus.CRITICAL;
			case DOWN -> HealthStatus.DOWN;
		};
	}

	@Override
	public void reset() {
		this.circuits.reset();
	}

}

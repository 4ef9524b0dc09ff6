package dev.resilientdb.circuit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Publishes {@code resilientdb.circuit.state}, 1 for the state that holds and 0 for the
 * others, and {@code resilientdb.circuit.rejected}.
 */
final class CircuitMetrics implements MeterBinder {

	private final Circuits circuits;

	private final DatabaseProducts products;

	CircuitMetrics(Circuits circuits, DatabaseProducts products) {
		this.circuits = circuits;
		this.products = products;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String dataSource : this.products.dataSourceNames()) {
			FunctionCounter.builder("resilientdb.circuit.rejected", this.circuits, (all) -> all.rejected(dataSource))
				.description("Calls that were refused because the database was known not to be there.")
				.tag("datasource", dataSource)
				.register(registry);
			for (CircuitState state : CircuitState.values()) {
				Gauge.builder("resilientdb.circuit.state", this.circuits, (all) -> value(all, dataSource, state))
					.description("1 for the state of the circuit that holds, 0 for the others.")
					.tag("datasource", dataSource)
					.tag("state", state.name())
					.register(registry);
			}
		}
	}

	private static double value(Circuits circuits, String dataSource, CircuitState state) {
		Phase phase = circuits.phase(dataSource);
		if (phase == null) {
			return Double.NaN;
		}
		return (phase.state() == state) ? 1 : 0;
	}

}

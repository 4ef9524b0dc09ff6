package dev.resilientdb.circuit;

import java.time.Duration;
import java.time.Instant;

import org.springframework.context.ApplicationContext;

/**
 * The circuit of a running application, opened and closed as if by the probe.
 */
record HeldCircuit(ApplicationContext context, String dataSource) {

	HeldCircuit(ApplicationContext context) {
		this(context, "dataSource");
	}

	void open() {
		open(Duration.ofMinutes(1));
	}

	void open(Duration until) {
		phases().hold(Reason.SILENT, Instant.now().plus(until), Instant.now().plus(Duration.ofHours(1)));
	}

	void close() {
		phases().recover();
	}

	long rejected() {
		return this.context.getBean(Circuits.class).rejected(this.dataSource);
	}

	private CircuitPhases phases() {
		return this.context.getBean(Circuits.class).circuit(this.dataSource).phases();
	}

}

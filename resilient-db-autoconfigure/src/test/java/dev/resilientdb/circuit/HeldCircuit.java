package dev.resilientdb.circuit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

	/**
	 * Opens it the way a caller does who meets a connection that is refused.
	 */
	void fail() {
		Circuit circuit = this.context.getBean(Circuits.class).circuit(this.dataSource);
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> circuit.acquire(() -> {
			throw new SQLException("failure", "08006");
		}));
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

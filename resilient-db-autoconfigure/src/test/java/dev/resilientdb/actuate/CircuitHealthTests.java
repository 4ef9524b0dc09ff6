package dev.resilientdb.actuate;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What health, section and meters tell of circuits.
 */
class CircuitHealthTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void closedCircuitIsUp() {
		start(TestApplication.on(database));
		assertThat(this.actuator.json("health/dbCircuit")).extractingPath("$.status").isEqualTo("UP");
		assertThat(this.actuator.json("health/dbCircuit")).extractingPath("$.details.state").isEqualTo("CLOSED");
	}

	@Test
	void circuitOfDeadDatabaseIsDown() {
		start(dead());
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("health/dbCircuit")).extractingPath("$.status")
				.isEqualTo("DOWN"));
		assertThat(this.actuator.json("health/dbCircuit")).extractingPath("$.details.reason")
			.isEqualTo("CONNECTION_REFUSED");
	}

	@Test
	void sectionTellsStateAndAvailability() {
		start(dead());
		awaitOpen();
		assertThat(this.actuator.json("dbhealth/circuits")).extractingPath("$.availability").isEqualTo("DOWN");
		assertThat(this.actuator.json("dbhealth/circuits")).extractingPath("$.dataSources.dataSource")
			.asMap()
			.containsKeys("state", "failureRate", "since", "until", "opened", "rejected", "timeToRecovery", "reason",
					"availability");
	}

	@Test
	void overviewHasTheCircuitOfEachDataSource() {
		start(dead());
		awaitOpen();
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource.circuit.state")
			.isEqualTo("OPEN");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.status").isEqualTo("DOWN");
	}

	@Test
	void countsCanBeReset() {
		start(dead());
		awaitOpen();
		refuse();
		assertThat(this.actuator.json("dbhealth/circuits")).extractingPath("$.dataSources.dataSource.rejected")
			.isEqualTo(1);
		assertThat(this.actuator.delete("dbhealth/circuits").statusCode()).isEqualTo(204);
		assertThat(this.actuator.json("dbhealth/circuits")).extractingPath("$.dataSources.dataSource.rejected")
			.isEqualTo(0);
		assertThat(this.actuator.json("dbhealth/circuits")).extractingPath("$.dataSources.dataSource.state")
			.isEqualTo("OPEN");
	}

	@Test
	void metersTellStateAndRefusedCalls() {
		start(dead());
		awaitOpen();
		refuse();
		assertThat(this.actuator.get("prometheus").body()).contains(
				"resilientdb_circuit_state{datasource=\"dataSource\",state=\"OPEN\"} 1.0",
				"resilientdb_circuit_state{datasource=\"dataSource\",state=\"CLOSED\"} 0.0",
				"resilientdb_circuit_rejected_total{datasource=\"dataSource\"} 1.0");
	}

	@Test
	void healthCanBeSwitchedOff() {
		start(TestApplication.on(database).withProperties("management.health.dbCircuit.enabled=false"));
		assertThat(this.actuator.get("health/dbCircuit").statusCode()).isEqualTo(404);
	}

	@Test
	void roomCanBeSwitchedOff() {
		start(TestApplication.on(database).withProperties("resilient-db.circuit.enabled=false"));
		assertThat(this.actuator.get("health/dbCircuit").statusCode()).isEqualTo(404);
		assertThat(this.actuator.get("dbhealth/circuits").statusCode()).isEqualTo(404);
	}

	private void awaitOpen() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/circuits"))
				.extractingPath("$.dataSources.dataSource.state")
				.isEqualTo("OPEN"));
	}

	private void refuse() {
		assertThat(catchThrowable(() -> this.context.getBean(DataSource.class).getConnection())).isNotNull()
			.isNotInstanceOf(SQLException.class);
	}

	private static TestApplication dead() {
		return TestApplication.create()
			.withProperties("spring.datasource.url=jdbc:postgresql://127.0.0.1:"
					+ TestSocketUtils.findAvailableTcpPort() + "/none");
	}

	private void start(TestApplication application) {
		this.context = application.withServer()
			.withoutJpa()
			.withProperties("management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always",
					"management.endpoint.dbhealth.access=unrestricted", "resilient-db.pool.sample-interval=100ms")
			.start();
		this.actuator = new Actuator(this.context);
	}

}

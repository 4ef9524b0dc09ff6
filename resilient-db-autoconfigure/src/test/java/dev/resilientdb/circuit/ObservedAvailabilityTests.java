package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.circuit.DatabaseAvailability.Registration;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureReporter;
import dev.resilientdb.failure.Rollback;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What services are told of their database in a running application.
 */
class ObservedAvailabilityTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final List<DatabaseAvailabilityEvent> heard = new CopyOnWriteArrayList<>();

	private ConfigurableApplicationContext context;

	private DatabaseAvailability availability;

	private HeldCircuit circuit;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withProperties("resilient-db.pool.probe.enabled=false", "resilient-db.circuit.read-only-duration=1s",
					"resilient-db.circuit.minimum-calls=1", "resilient-db.circuit.window=1",
					"resilient-db.circuit.open-duration=3s", "resilient-db.pool.sample-interval=100ms",
					"spring.datasource.hikari.maximum-pool-size=1", "spring.datasource.hikari.connection-timeout=250")
			.start();
		this.availability = this.context.getBean(DatabaseAvailability.class);
		this.circuit = new HeldCircuit(this.context);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void databaseAgainstWhichNothingIsKnownIsAvailable() {
		assertThat(this.availability.report("dataSource").reason()).isNull();
		assertThat(this.availability.overall()).isEqualTo(Availability.AVAILABLE);
	}

	@Test
	void databaseBehindOpenCircuitIsDown() {
		this.circuit.open();
		AvailabilityReport report = this.availability.report("dataSource");
		assertThat(report.availability()).isEqualTo(Availability.DOWN);
		assertThat(report.reason()).isEqualTo("NO_ANSWER");
		assertThat(report.until()).isAfter(report.since());
		assertThat(this.availability.reports()).hasSize(1);
	}

	@Test
	void listenerIsToldInOrderUntilItsRegistrationEnds() {
		Registration registration = this.availability.addListener(this.heard::add);
		this.circuit.open();
		this.circuit.close();
		Awaitility.await().until(() -> this.heard.size() == 2);
		registration.close();
		this.circuit.open();
		awaitOthersTold();
		assertThat(this.heard).extracting((event) -> event.report().availability())
			.containsExactly(Availability.DOWN, Availability.AVAILABLE);
		assertThat(this.heard).extracting(DatabaseAvailabilityEvent::before)
			.containsExactly(Availability.AVAILABLE, Availability.DOWN);
	}

	@Test
	void listenerThatFailsDoesNotDisturbTheOthers() {
		this.availability.addListener((event) -> {
			throw new IllegalStateException();
		});
		this.availability.addListener(this.heard::add);
		this.circuit.open();
		Awaitility.await().until(() -> this.heard.size() == 1);
	}

	@ParameterizedTest
	@EnumSource(names = { "READ_ONLY", "DISK_FULL" })
	void databaseThatRefusesToWriteIsReadOnlyForAWhile(FailureKind kind) {
		this.availability.addListener(this.heard::add);
		report(kind);
		assertThat(this.availability.of("dataSource")).isEqualTo(Availability.READ_ONLY);
		assertThat(this.availability.report("dataSource").reason()).isEqualTo(kind.name());
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.heard).extracting((event) -> event.report().availability())
				.containsExactly(Availability.READ_ONLY, Availability.AVAILABLE));
	}

	@Test
	void otherFailuresSayNothing() {
		report(FailureKind.DEADLOCK);
		assertThat(this.availability.of("dataSource")).isEqualTo(Availability.AVAILABLE);
	}

	@Test
	void worstOfWhatIsKnownCounts() {
		report(FailureKind.READ_ONLY);
		this.circuit.open();
		assertThat(this.availability.of("dataSource")).isEqualTo(Availability.DOWN);
	}

	@Test
	void whoeverAsksBeforeHeCallsIsToldWhenItIsTimeToTry() {
		this.availability.addListener(this.heard::add);
		this.circuit.fail();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.heard).extracting((event) -> event.report().availability())
				.containsExactly(Availability.DOWN, Availability.DEGRADED));
	}

	@Test
	void databaseBehindSaturatedPoolIsDegraded() throws SQLException {
		DataSource pool = this.context.getBean(DataSource.class);
		try (Connection borrowed = pool.getConnection()) {
			Awaitility.await().until(() -> this.availability.of("dataSource") == Availability.DEGRADED);
			assertThat(this.availability.report("dataSource").reason()).isEqualTo("SATURATED");
			assertThat(borrowed.isClosed()).isFalse();
		}
		Awaitility.await().until(() -> this.availability.of("dataSource") == Availability.AVAILABLE);
	}

	@Test
	void databaseBehindExhaustedPoolIsDegraded() throws SQLException {
		DataSource pool = this.context.getBean(DataSource.class);
		try (Connection borrowed = pool.getConnection()) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(pool::getConnection);
			assertThat(borrowed.isClosed()).isFalse();
		}
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(pool::getConnection)
			.withMessageContaining("POOL_EXHAUSTED");
		assertThat(this.availability.of("dataSource")).isEqualTo(Availability.DEGRADED);
	}

	private void report(FailureKind kind) {
		this.context.getBean(FailureReporter.class)
			.report("dataSource", "Desk.write",
					new DatabaseFailure(kind, "none", null, 0, new SQLException("failure"), Rollback.UNKNOWN));
	}

	private void awaitOthersTold() {
		List<DatabaseAvailabilityEvent> others = new CopyOnWriteArrayList<>();
		this.availability.addListener(others::add);
		this.circuit.close();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !others.isEmpty());
	}

}

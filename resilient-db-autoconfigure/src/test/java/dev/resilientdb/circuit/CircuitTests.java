package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.transaction.support.SimpleTransactionStatus;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * How a circuit follows its callers.
 */
@Tag("scenario-27")
class CircuitTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private Connection connection;

	private CircuitFixture fixture;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = database.dataSource().getConnection();
		this.fixture = new CircuitFixture(this.connection);
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
	}

	@Test
	void givesTheSourcesConnectionItself() {
		assertThat(this.fixture.take()).isSameAs(this.connection);
	}

	@Test
	void passesOnTheSourcesFailureItself() {
		SQLException failure = new SQLException("failure", "CONNECTION_REFUSED");
		assertThat(this.fixture.fail(failure)).isSameAs(failure);
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTION_LOST", "CONNECTION_REFUSED", "SERVER_STARTING", "SERVER_SHUTDOWN", "FAILED_OVER",
			"AUTHENTICATION", "IO_ERROR", "TOO_MANY_CONNECTIONS", "POOL_EXHAUSTED", "OUT_OF_MEMORY", "THROTTLED",
			"DISK_FULL" })
	void opensWhenTooManyAcquisitionsFail(FailureKind kind) {
		this.fixture.fail(kind, 4);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
		assertThat(this.fixture.report().reason()).isEqualTo(kind.name());
	}

	@ParameterizedTest
	@EnumSource(names = { "DEADLOCK", "SERIALIZATION_FAILURE", "UNIQUE_VIOLATION", "STATEMENT_TIMEOUT", "SYNTAX",
			"UNKNOWN" })
	void failuresThatTellOfServingDatabaseOpenNothing(FailureKind kind) {
		this.fixture.fail(kind, 20);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void staysClosedBelowTheMinimumOfCalls() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 3);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void successesBeforeTheFirstFailureCount() {
		this.fixture.succeed(10);
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		assertThat(this.fixture.report().failureRate()).isEqualTo(0.4);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void opensWhenTooManyAcquisitionsAreSlow() {
		CircuitProperties impatient = new CircuitProperties(0.5, 0.8, Duration.ofMillis(1), 2, 10,
				Duration.ofSeconds(5), 2, Duration.ofSeconds(30), Duration.ofSeconds(1), List.of());
		Circuits circuits = new Circuits(impatient, () -> (thrown) -> null, List::of, (name) -> {
		}, this.fixture.clock);
		circuits.arm();
		takeSlowly(circuits.circuit("orders"));
		takeSlowly(circuits.circuit("orders"));
		assertThat(circuits.report("orders").state()).isEqualTo(CircuitState.OPEN);
		assertThat(circuits.report("orders").reason()).isEqualTo("SLOW_ACQUISITION");
	}

	@Test
	void openCircuitDoesNotAskTheSource() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this.fixture::take);
		assertThat(this.fixture.asked).hasValue(4);
		assertThat(this.fixture.report().rejected()).isOne();
	}

	@Test
	void refusalTellsDataSourceTimesAndKind() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this.fixture::take)
			.withNoCause()
			.withMessage("Data source 'orders' is unavailable since 2026-11-21T12:00:00Z because of CONNECTION_REFUSED;"
					+ " the next try is made at 2026-11-21T12:00:05Z")
			.satisfies((ex) -> assertThat(ex.dataSource()).isEqualTo("orders"))
			.satisfies((ex) -> assertThat(ex.until()).isEqualTo(ex.since().plusSeconds(5)));
	}

	@Test
	void circuitThatIsNotArmedNeverOpens() {
		Circuits starting = new Circuits(CircuitFixture.properties(), () -> (thrown) -> null, List::of, (name) -> {
		}, this.fixture.clock);
		Circuit circuit = starting.circuit("orders");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> circuit.acquire(() -> {
			throw new SQLException("failure", "CONNECTION_REFUSED");
		}));
		assertThat(starting.report("orders").failureRate()).isZero();
	}

	@Test
	void fewCallsFindOutAfterAWhile() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		this.fixture.take();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.HALF_OPEN);
		this.fixture.take();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.fixture.report().timeToRecovery()).isEqualTo(Duration.ofSeconds(6));
	}

	@Test
	void opensAgainWhenTheyFail() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		this.fixture.fail(FailureKind.AUTHENTICATION, 2);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
		assertThat(this.fixture.report().reason()).isEqualTo("AUTHENTICATION");
		assertThat(this.fixture.report().opened()).isOne();
	}

	@Test
	void othersAreRefusedWhileFewFindOut() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> inside(() -> inside(this.fixture::take)));
		assertThat(this.fixture.report().rejected()).isOne();
	}

	@Test
	void othersFindOutWhenThoseWhoShouldHang() throws SQLException {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		inside(() -> inside(() -> {
			this.fixture.clock.pass(Duration.ofSeconds(61));
			this.fixture.succeed(2);
		}));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void callersGetTheirFailureThoughItCannotBeClassified() {
		SQLException failure = new SQLException("failure");
		Circuits circuits = new Circuits(CircuitFixture.properties(), () -> {
			throw new NoClassDefFoundError("dialect");
		}, List::of, (name) -> {
		}, this.fixture.clock);
		circuits.arm();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> circuits.circuit("orders").acquire(() -> {
			throw failure;
		})).isSameAs(failure);
	}

	@Test
	void interruptedCallersSayNothing() {
		this.fixture.succeed(1);
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 1);
		Exception interrupted = new SQLException("Interrupted during connection acquisition", "CONNECTION_LOST",
				new InterruptedException());
		this.fixture.fail(interrupted);
		this.fixture.fail(interrupted);
		this.fixture.fail(interrupted);
		assertThat(this.fixture.report().failureRate()).isNull();
	}

	@Test
	void interruptedCallerLetsAnotherFindOut() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		this.fixture.fail(new IllegalStateException(new InterruptedException()));
		this.fixture.succeed(2);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void refusalOfAnotherCircuitSaysNothing() {
		Opening opening = new Opening(this.fixture.clock.instant(), Reason.SILENT, this.fixture.clock.instant(), null);
		DatabaseUnavailableException refusal = new DatabaseUnavailableException("other", opening, opening.until());
		assertThat(this.fixture.fail(refusal)).isSameAs(refusal);
		assertThat(this.fixture.report().failureRate()).isZero();
	}

	@Test
	void whoeverWaitedThroughAnOutageTellsOfWhatIsOver() throws SQLException {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> this.fixture.circuit().acquire(() -> {
			this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
			this.fixture.probeAnswers();
			throw new SQLException("failure", "CONNECTION_REFUSED");
		}));
		assertThat(this.fixture.report().failureRate()).isZero();
	}

	@Test
	void transactionIsRefusedBeforeItBegins() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> this.fixture.circuit().beforeBegin(new SimpleTransactionStatus()));
	}

	@Test
	void beginningTransactionIsNotOneOfThoseWhoFindOut() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		begin();
		begin();
		begin();
		this.fixture.succeed(2);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void changesAreTold() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		this.fixture.succeed(2);
		assertThat(this.fixture.changes).containsExactly("orders", "orders", "orders");
	}

	@Test
	void countsBeginAnewAndTheStateStays() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this.fixture::take);
		this.fixture.circuits.reset();
		assertThat(this.fixture.report().opened()).isZero();
		assertThat(this.fixture.report().rejected()).isZero();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
	}

	private void takeSlowly(Circuit circuit) {
		long begun = System.nanoTime();
		assertThatNoException().isThrownBy(() -> circuit.acquire(() -> {
			Awaitility.await().until(() -> System.nanoTime() - begun > Duration.ofMillis(2).toNanos());
			return this.connection;
		}));
	}

	private void begin() {
		assertThatNoException().isThrownBy(() -> this.fixture.circuit().beforeBegin(new SimpleTransactionStatus()));
	}

	/**
	 * Runs something while an acquisition is under way.
	 */
	private void inside(Runnable task) {
		try {
			this.fixture.circuit().acquire(() -> {
				task.run();
				return this.connection;
			});
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.pool.PoolFigures;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How a circuit follows the probe.
 */
class ProbeTestimonyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private Connection connection;

	private CircuitFixture fixture;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = database.dataSource().getConnection();
		this.fixture = new CircuitFixture(this.connection);
		this.fixture.probeAnswers();
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
	}

	@Test
	void shortSilenceOpensNothing() {
		this.fixture.probeAnswers();
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void silenceThatLastsOverQuestionsOpens() {
		this.fixture.probeAnswers();
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void exhaustionIsOverWhenConnectionsAreFreeAndNobodyWaits() {
		this.fixture.fail(FailureKind.POOL_EXHAUSTED, 4);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
		this.fixture.poolHas(new PoolFigures(2, 2, 4, 0, 4));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void exhaustionLastsWhileCallersWait() {
		this.fixture.fail(FailureKind.POOL_EXHAUSTED, 4);
		this.fixture.poolHas(new PoolFigures(4, 0, 4, 1, 4));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void freeConnectionsDoNotCloseWhatLostConnectionsOpened() {
		this.fixture.fail(FailureKind.CONNECTION_LOST, 4);
		this.fixture.poolHas(new PoolFigures(2, 2, 4, 0, 4));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void circuitThatNobodyCallsDoesNotStayOpen() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.clock.pass(Duration.ofSeconds(10));
		this.fixture.probeAnswers();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void changedPasswordIsNoReasonToRefuseWhileOlderConnectionsServe() {
		this.fixture.loginIsRefusedWhilePoolHas(new PoolFigures(2, 2, 4, 0, 4));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
		this.fixture.probeAnswers();
		assertThat(this.fixture.evicted).isEmpty();
	}

	@Test
	void refusedLoginOpensTheCircuitOfPoolThatHasNothing() {
		this.fixture.loginIsRefusedWhilePoolHas(new PoolFigures(0, 0, 0, 2, 4));
		assertThat(this.fixture.report().reason()).isEqualTo("AUTHENTICATION");
	}

	@Test
	void databaseThatIsDownOpensTheCircuitAtOnce() {
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this.fixture::take)
			.withMessageContaining("because of CONNECTION_REFUSED");
		assertThat(this.fixture.asked).hasValue(0);
	}

	@Test
	void databaseThatIsSilentForLongEnoughOpensTheCircuit() {
		this.fixture.probeHearsNothing(Duration.ofSeconds(1));
		assertThat(this.fixture.report().reason()).isEqualTo("NO_ANSWER");
	}

	@Test
	void refusedLoginOpensTheCircuit() {
		this.fixture.probeFails(FailureKind.AUTHENTICATION);
		assertThat(this.fixture.report().reason()).isEqualTo("AUTHENTICATION");
	}

	@Test
	void nobodyIsSentToFindOutWhileTheProbeSaysDown() {
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.clock.pass(Duration.ofSeconds(4));
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.clock.pass(Duration.ofSeconds(4));
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this.fixture::take);
		assertThat(this.fixture.report().opened()).isOne();
	}

	@Test
	void fewCallsFindOutWhenNobodyAsksTheDatabaseAnyLonger() {
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.clock.pass(Duration.ofSeconds(6));
		this.fixture.succeed(2);
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void firstAnswerClosesTheCircuit() {
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.probeAnswers();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.fixture.report().timeToRecovery()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void firstAnswerEvictsDeadConnectionsOnce() {
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.probeAnswers();
		this.fixture.probeAnswers();
		assertThat(this.fixture.evicted).containsExactly("orders");
	}

	@Test
	void connectionsSurviveShortSilence() {
		this.fixture.probeHearsNothing(Duration.ofSeconds(1));
		this.fixture.probeAnswers();
		assertThat(this.fixture.evicted).isEmpty();
	}

	@Test
	void connectionsDoNotSurviveLongSilence() {
		this.fixture.probeHearsNothing(Duration.ofSeconds(1));
		this.fixture.clock.pass(Duration.ofSeconds(4));
		this.fixture.probeHearsNothing(Duration.ofSeconds(5));
		this.fixture.probeAnswers();
		assertThat(this.fixture.evicted).containsExactly("orders");
	}

	@Test
	void answerDoesNotCloseWhatCallersOpened() {
		this.fixture.fail(FailureKind.TOO_MANY_CONNECTIONS, 4);
		this.fixture.probeAnswers();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void answerClosesWhatCallersOpenedBeforeTheProbeFailed() {
		this.fixture.fail(FailureKind.CONNECTION_REFUSED, 4);
		this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
		this.fixture.probeAnswers();
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.fixture.report().opened()).isOne();
	}

	@Test
	void probeThatNeverGotAnAnswerIsNotBelievedWhileCallersAreServed() {
		CircuitFixture served = new CircuitFixture(this.connection);
		served.succeed(1);
		served.probeFails(FailureKind.CONNECTION_REFUSED);
		assertThat(served.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void probeThatNeverGotAnAnswerDoesNotKeepCallersFromFindingOut() {
		CircuitFixture unserved = new CircuitFixture(this.connection);
		unserved.probeFails(FailureKind.AUTHENTICATION);
		unserved.clock.pass(Duration.ofSeconds(4));
		unserved.probeFails(FailureKind.AUTHENTICATION);
		unserved.clock.pass(Duration.ofSeconds(4));
		unserved.succeed(2);
		unserved.probeFails(FailureKind.AUTHENTICATION);
		assertThat(unserved.report().state()).isEqualTo(CircuitState.CLOSED);
		assertThat(unserved.circuits.believesProbe("orders")).isFalse();
	}

	@Test
	void firstAnswerEverClosesWhatCallersFoundOut() {
		CircuitFixture unserved = new CircuitFixture(this.connection);
		unserved.probeFails(FailureKind.CONNECTION_REFUSED);
		unserved.clock.pass(Duration.ofSeconds(6));
		unserved.fail(FailureKind.CONNECTION_REFUSED, 2);
		unserved.probeFails(FailureKind.CONNECTION_REFUSED);
		unserved.probeAnswers();
		assertThat(unserved.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void silenceBeforeAnotherWordOfTheServerDoesNotCount() {
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		this.fixture.serverTakesNoFurtherConnection();
		this.fixture.clock.pass(Duration.ofMinutes(1));
		this.fixture.probeHearsNothing(Duration.ofMillis(300));
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void probeThatNeverGotAnAnswerIsBelievedWhileNobodyIsServed() {
		CircuitFixture unserved = new CircuitFixture(this.connection);
		unserved.probeFails(FailureKind.CONNECTION_REFUSED);
		assertThat(unserved.report().state()).isEqualTo(CircuitState.OPEN);
	}

}

package dev.resilientdb.pool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.pool.ProbeAnswer.Outcome;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drivers answer the question of validity the way the test says.
 */
class ProbeConnectionsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final List<Connection> opened = new ArrayList<>();

	private final Deque<Validity> answers = new ArrayDeque<>();

	private final DatabaseProbe probe = new DatabaseProbe(this::open, (failure) -> FailureKind.CONNECTION_LOST,
			Runnable::run, Duration.ofSeconds(1), () -> Instant.EPOCH);

	@Test
	void connectionThatWorksIsKept() throws SQLException {
		ask(() -> true);
		ask(() -> true);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(this.opened).hasSize(1);
	}

	@Test
	void keptConnectionThatBrokeIsReplacedBeforeAnythingIsSaid() throws SQLException {
		ask(() -> true);
		ask(() -> false, () -> true);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(this.opened).hasSize(2);
		assertThat(this.opened.get(0).isClosed()).isTrue();
	}

	@Test
	void keptConnectionWhoseCheckThrowsIsReplacedBeforeAnythingIsSaid() throws SQLException {
		ask(() -> true);
		ask(ProbeConnectionsTests::breakOff, () -> true);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(this.opened).hasSize(2);
	}

	@Test
	void newConnectionThatDoesNotWorkIsFailureOfDriverThatHasAnswered() throws SQLException {
		ask(() -> true);
		ask(() -> false, () -> false);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(this.opened).allSatisfy((connection) -> assertThat(connection.isClosed()).isTrue());
	}

	@Test
	void driverThatCallsNoConnectionValidSaysThatDatabaseIsThereByOpeningOne() throws SQLException {
		ask(() -> false);
		ask(() -> false);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(this.opened).hasSize(2).allSatisfy((connection) -> assertThat(connection.isClosed()).isTrue());
	}

	@Test
	void driverThatLacksTheCheckSaysThatDatabaseIsThereByOpeningConnection() throws SQLException {
		ask(ProbeConnectionsTests::lackMethod);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
	}

	@Test
	void driverThatRefusesTheCheckSaysThatDatabaseIsThereByOpeningConnection() throws SQLException {
		ask(ProbeConnectionsTests::breakOff);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
	}

	private void ask(Validity... validity) {
		this.answers.addAll(List.of(validity));
		this.probe.ask();
		assertThat(this.answers).isEmpty();
	}

	private Connection open() throws SQLException {
		Connection real = database.dataSource().getConnection();
		this.opened.add(real);
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("isValid")) {
						return this.answers.remove().tell();
					}
					try {
						return method.invoke(real, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static boolean breakOff() throws SQLException {
		throw new SQLException("The connection broke");
	}

	private static boolean lackMethod() {
		throw new AbstractMethodError("isValid");
	}

	/**
	 * What a driver says.
	 */
	private interface Validity {

		boolean tell() throws SQLException;

	}

}

package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.pool.ProbeAnswer.Outcome;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Questions run when the test says so, and time passes when it says so.
 */
class DatabaseProbeTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final Deque<Runnable> questions = new ArrayDeque<>();

	private final List<Connection> opened = new ArrayList<>();

	private Executor executor = this.questions::add;

	private ProbeConnections.Opener opener = () -> database.dataSource().getConnection();

	private Instant now = Instant.EPOCH;

	private final DatabaseProbe probe = new DatabaseProbe(this::open, (failure) -> null,
			(task) -> this.executor.execute(task), Duration.ofSeconds(1), () -> this.now);

	@Test
	void answerThatIsOverdueIsSilence() {
		look(4);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.SILENT);
	}

	@Test
	void pauseOfTheApplicationIsNoSilence() {
		look(1);
		pass(Duration.ofSeconds(3));
		look(1);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.NOT_ASKED);
	}

	@Test
	void silenceIsNotedByOneWhoLooksSeldom() {
		look(1);
		pass(Duration.ofSeconds(30));
		look(1);
		pass(Duration.ofSeconds(30));
		look(1);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.SILENT);
	}

	@Test
	void questionsThatHangForEverAreFewAndNeverTheLast() {
		look(7200);
		int afterAnHour = this.questions.size();
		look(7200);
		assertThat(afterAnHour).isLessThan(20);
		assertThat(this.questions).hasSize(afterAnHour + 1);
	}

	@Test
	void connectionIsKeptWhenThereIsNoThreadToAskIn() throws SQLException {
		look(1);
		this.questions.remove().run();
		this.executor = DatabaseProbeTests::refuse;
		look(1);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.NOT_ASKED);
		this.executor = this.questions::add;
		look(1);
		this.questions.remove().run();
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(this.opened).hasSize(1);
	}

	@Test
	void connectionThatOpensAfterTheEndIsClosed() throws SQLException {
		look(1);
		this.probe.close();
		this.questions.remove().run();
		assertThat(this.opened.get(0).isClosed()).isTrue();
	}

	@Test
	void questionThatRunsIsGivenUpAtTheEnd() {
		look(1);
		this.questions.remove().run();
		look(1);
		this.probe.close();
		assertThat(this.questions).hasSize(2);
	}

	@Test
	void newConnectionTakesThePlaceOfTheKeptOne() throws SQLException {
		look(1);
		this.questions.remove().run();
		this.probe.renew();
		look(1);
		this.questions.remove().run();
		assertThat(this.opened).hasSize(2);
		assertThat(this.opened.get(0).isClosed()).isTrue();
		assertThat(this.opened.get(1).isClosed()).isFalse();
	}

	@Test
	void keptConnectionKeepsItsPlaceWhenNoNewOneOpens() throws SQLException {
		look(1);
		this.questions.remove().run();
		this.opener = () -> {
			throw new SQLException("Full");
		};
		this.probe.renew();
		look(1);
		this.questions.remove().run();
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(this.opened).singleElement().extracting(DatabaseProbeTests::isClosed).isEqualTo(false);
	}

	@Test
	void driverThatLacksClassSaysNothingAboutDatabase() {
		this.opener = () -> {
			throw new NoClassDefFoundError("driver");
		};
		look(1);
		this.questions.remove().run();
		look(1);
		assertThat(this.questions).hasSize(1);
		assertThat(this.probe.answer().outcome()).isEqualTo(Outcome.NOT_ASKED);
	}

	private Connection open() throws SQLException {
		Connection connection = this.opener.open();
		this.opened.add(connection);
		return connection;
	}

	private void look(int times) {
		IntStream.range(0, times).forEach((time) -> {
			this.probe.ask();
			pass(Duration.ofMillis(500));
		});
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private static boolean isClosed(Connection connection) {
		try {
			return connection.isClosed();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void refuse(Runnable task) {
		throw new RejectedExecutionException();
	}

}

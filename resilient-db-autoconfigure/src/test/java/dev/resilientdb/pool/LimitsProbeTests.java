package dev.resilientdb.pool;

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
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Questions run when the test says so, and time passes when it says so.
 */
class LimitsProbeTests {

	private static final ServerLimits LIMITS = new ServerLimits(List.of(), Duration.ofHours(1));

	private static final Duration INTERVAL = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final Deque<Runnable> questions = new ArrayDeque<>();

	private final List<Connection> opened = new ArrayList<>();

	private boolean refuses;

	private Instant now = Instant.EPOCH;

	private final LimitsProbe probe = new LimitsProbe(new Server(), (failure) -> FailureKind.PERMISSION,
			this.questions::add, INTERVAL, () -> this.now);

	@Test
	void answerIsReported() {
		this.probe.ask();
		this.questions.remove().run();
		assertThat(this.probe.report()).isEqualTo(new ServerReport(Instant.EPOCH, LIMITS, null));
	}

	@Test
	void connectionIsClosedAfterTheAnswer() throws SQLException {
		this.probe.ask();
		this.questions.remove().run();
		assertThat(this.opened.get(0).isClosed()).isTrue();
	}

	@Test
	void refusalIsReportedWithItsKindAlone() {
		this.refuses = true;
		this.probe.ask();
		this.questions.remove().run();
		assertThat(this.probe.report().limits()).isNull();
		assertThat(this.probe.report().obstacle()).isEqualTo("The server did not tell: PERMISSION");
	}

	@Test
	void oneQuestionIsAskedAtATime() {
		this.probe.ask();
		pass(PATIENCE.minusMillis(1));
		this.probe.wish();
		this.probe.ask();
		assertThat(this.questions).hasSize(1);
	}

	@Test
	void nextQuestionComesAfterTheInterval() {
		this.probe.ask();
		this.questions.remove().run();
		pass(INTERVAL.minusMillis(1));
		this.probe.ask();
		assertThat(this.questions).isEmpty();
		pass(Duration.ofMillis(1));
		this.probe.ask();
		assertThat(this.questions).hasSize(1);
	}

	@Test
	void wishedQuestionComesAtOnce() {
		this.probe.ask();
		this.questions.remove().run();
		this.probe.wish();
		this.probe.ask();
		assertThat(this.questions).hasSize(1);
	}

	@Test
	void questionThatHangsIsGivenUp() {
		this.probe.ask();
		pass(PATIENCE);
		this.probe.ask();
		assertThat(this.probe.report().obstacle()).isEqualTo("The server did not tell within 10 s");
	}

	@Test
	void answerToQuestionThatWasGivenUpIsNotBelieved() {
		this.probe.ask();
		pass(PATIENCE);
		this.probe.ask();
		this.questions.remove().run();
		assertThat(this.probe.report().limits()).isNull();
	}

	@Test
	void fewQuestionsHangAndAnotherIsAskedWhenOneEnds() {
		hang();
		hang();
		hang();
		hang();
		assertThat(this.questions).hasSize(3);
		this.questions.remove().run();
		hang();
		assertThat(this.questions).hasSize(3);
	}

	@Test
	void closedOneAsksNoMore() {
		this.probe.close();
		this.probe.wish();
		this.probe.ask();
		assertThat(this.questions).isEmpty();
	}

	private void hang() {
		this.probe.wish();
		this.probe.ask();
		pass(PATIENCE);
		this.probe.ask();
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private final class Server implements LimitsProbe.Reader {

		@Override
		public Connection open() throws SQLException {
			Connection connection = database.dataSource().getConnection();
			LimitsProbeTests.this.opened.add(connection);
			return connection;
		}

		@Override
		public ServerLimits read(Connection connection) throws SQLException {
			if (LimitsProbeTests.this.refuses) {
				throw new SQLException("no privilege");
			}
			return LIMITS;
		}

	}

}

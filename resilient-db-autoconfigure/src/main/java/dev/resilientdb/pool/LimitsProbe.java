package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.FailureKind;

/**
 * Asks a server for its limits every now and then, on a connection that belongs to no
 * pool. One question at a time: one without an answer is given up, and while a few of
 * them hang no further one is asked. Nobody waits for an answer. Safe for use by several
 * threads.
 */
final class LimitsProbe {

	private static final Logger logger = LoggerFactory.getLogger(LimitsProbe.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int FEW = 3;

	private final Reader reader;

	private final Function<Throwable, @Nullable FailureKind> classifier;

	private final Executor executor;

	private final Duration interval;

	private final InstantSource clock;

	private volatile ServerReport report;

	private @Nullable Question asked;

	private @Nullable Instant due;

	private int hanging;

	private boolean closed;

	/**
	 * Creates a probe.
	 * @param executor runs questions in threads that may hang
	 * @param interval between questions that nobody wished for
	 */
	LimitsProbe(Reader reader, Function<Throwable, @Nullable FailureKind> classifier, Executor executor,
			Duration interval, InstantSource clock) {
		this.reader = reader;
		this.classifier = classifier;
		this.executor = executor;
		this.interval = interval;
		this.clock = clock;
		this.report = ServerReport.unknown(clock.instant(), "The server was not asked yet");
	}

	/**
	 * What is known. Does not ask.
	 */
	ServerReport report() {
		return this.report;
	}

	/**
	 * Asks if that is due. Returns at once.
	 */
	void ask() {
		Question question = next();
		if (question != null) {
			try {
				this.executor.execute(question);
			}
			catch (RejectedExecutionException | OutOfMemoryError ex) {
				failed(question, ex);
			}
		}
	}

	/**
	 * Wishes for an answer that is not older than now.
	 */
	synchronized void wish() {
		this.due = this.clock.instant();
	}

	/**
	 * Gives up what is asked and asks no more.
	 */
	synchronized void close() {
		this.closed = true;
		if (this.asked != null) {
			giveUp(this.asked);
		}
	}

	private synchronized @Nullable Question next() {
		Instant now = this.clock.instant();
		Question last = this.asked;
		if (last != null && !now.isBefore(last.begun.plus(PATIENCE))) {
			giveUp(last);
		}
		if (this.closed || this.asked != null || this.hanging >= FEW || (this.due != null && now.isBefore(this.due))) {
			return null;
		}
		this.due = now.plus(this.interval);
		this.asked = new Question(now);
		return this.asked;
	}

	private void giveUp(Question question) {
		this.hanging++;
		this.asked = null;
		question.givenUp = true;
		this.report = ServerReport.unknown(question.begun,
				"The server did not tell within " + PATIENCE.toSeconds() + " s");
		Connection connection = question.connection;
		if (connection != null) {
			inBackground(() -> abort(connection));
		}
	}

	private synchronized void answered(Question question, ServerReport answer) {
		if (question.ended) {
			return;
		}
		question.ended = true;
		if (question.givenUp) {
			this.hanging--;
		}
		else {
			this.asked = null;
			this.report = answer;
		}
	}

	private void failed(Question question, Throwable failure) {
		logger.debug("Limits of the server are not known", failure);
		FailureKind kind = this.classifier.apply(failure);
		answered(question, ServerReport.unknown(question.begun,
				"The server did not tell" + ((kind != null) ? ": " + kind : " for an unknown reason")));
	}

	private void inBackground(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			logger.debug("No thread to abort a connection in", ex);
		}
	}

	private static void abort(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Connection cannot be aborted", ex);
		}
	}

	/**
	 * How a server's limits are read.
	 */
	interface Reader {

		Connection open() throws SQLException;

		ServerLimits read(Connection connection) throws SQLException;

	}

	private final class Question implements Runnable {

		private final Instant begun;

		private volatile @Nullable Connection connection;

		private boolean givenUp;

		private boolean ended;

		Question(Instant begun) {
			this.begun = begun;
		}

		// Drivers of any vendor run here
		@Override
		public void run() {
			try (Connection opened = LimitsProbe.this.reader.open()) {
				this.connection = opened;
				answered(this, new ServerReport(this.begun, LimitsProbe.this.reader.read(opened), null));
			}
			catch (SQLException | RuntimeException | Error ex) {
				failed(this, ex);
			}
			finally {
				this.connection = null;
			}
		}

	}

}

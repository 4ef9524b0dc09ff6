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
import dev.resilientdb.pool.ProbeAnswer.Outcome;

/**
 * Asks a database whether it is there, on a connection that belongs to no pool and is
 * kept between questions. One question at a time: one that gets no answer is given up
 * after a while, so that a network that swallows everything holds few threads. Nobody
 * waits for an answer. Safe for use by several threads.
 */
final class DatabaseProbe {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseProbe.class);

	// Longer than it takes to open a connection, shorter than drivers try it
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final int MAX_PENDING = 8;

	private final Opener opener;

	private final Function<Throwable, @Nullable FailureKind> classifier;

	private final Executor executor;

	private final Duration timeout;

	private final InstantSource clock;

	private volatile ProbeAnswer answer;

	private @Nullable Question asked;

	private @Nullable Connection kept;

	private int pending;

	private boolean closed;

	/**
	 * Creates a probe.
	 * @param executor runs questions in threads that may hang
	 * @param timeout after which no answer is an answer
	 */
	DatabaseProbe(Opener opener, Function<Throwable, @Nullable FailureKind> classifier, Executor executor,
			Duration timeout, InstantSource clock) {
		this.opener = opener;
		this.classifier = classifier;
		this.executor = executor;
		this.timeout = timeout;
		this.clock = clock;
		this.answer = ProbeAnswer.none(clock.instant());
	}

	/**
	 * The last answer. Does not ask.
	 */
	ProbeAnswer answer() {
		return this.answer;
	}

	/**
	 * Notes whether the answer to the last question is overdue, and asks again when that
	 * question has ended. Returns at once.
	 */
	void ask() {
		Question question = next();
		if (question == null) {
			return;
		}
		try {
			this.executor.execute(question);
		}
		catch (RejectedExecutionException ex) {
			failed(question, ex);
		}
	}

	private synchronized @Nullable Question next() {
		Instant now = this.clock.instant();
		Question last = this.asked;
		if (last != null) {
			noteSilence(Duration.between(last.begun, now), now);
			if (now.isBefore(last.begun.plus(PATIENCE))) {
				return null;
			}
			last.giveUp();
		}
		if (this.closed || this.pending >= MAX_PENDING) {
			return null;
		}
		Question question = new Question(now, this.kept);
		this.kept = null;
		this.pending++;
		this.asked = question;
		return question;
	}

	private void noteSilence(Duration waited, Instant now) {
		if (waited.compareTo(this.timeout) >= 0) {
			this.answer = new ProbeAnswer(Outcome.SILENT, now, waited, null);
		}
	}

	// Also of a question that was given up: the database is there now
	private synchronized void answered(Question question, Connection connection) {
		Instant now = this.clock.instant();
		this.pending--;
		this.answer = new ProbeAnswer(Outcome.ANSWERED, now, Duration.between(question.begun, now), null);
		if (this.asked == question && !this.closed) {
			this.asked = null;
			this.kept = connection;
		}
		else {
			close(connection);
		}
	}

	private synchronized void failed(Question question, Throwable failure) {
		this.pending--;
		if (this.asked == question) {
			this.asked = null;
			Instant now = this.clock.instant();
			// A data source that does not tell how it connects, or no thread to ask in:
			// that
			// says nothing about the database
			this.answer = (failure instanceof SQLException) ? new ProbeAnswer(Outcome.FAILED, now,
					Duration.between(question.begun, now), this.classifier.apply(failure)) : ProbeAnswer.none(now);
			logger.debug("Database does not answer", failure);
		}
	}

	/**
	 * Closes what is open, in the background.
	 */
	synchronized void close() {
		this.closed = true;
		Connection connection = this.kept;
		this.kept = null;
		if (connection != null) {
			this.executor.execute(() -> close(connection));
		}
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			logger.debug("Connection of the probe cannot be closed", ex);
		}
	}

	private boolean isValid(Connection connection) throws SQLException {
		return connection.isValid((int) Math.max(1, this.timeout.toSeconds()));
	}

	/**
	 * Opens a connection outside the pool.
	 */
	@FunctionalInterface
	interface Opener {

		Connection open() throws SQLException;

	}

	private final class Question implements Runnable {

		private final Instant begun;

		private volatile @Nullable Connection connection;

		Question(Instant begun, @Nullable Connection kept) {
			this.begun = begun;
			this.connection = kept;
		}

		// Drivers and data sources of any vendor run here
		@Override
		public void run() {
			try {
				answered(this, ask());
			}
			catch (SQLException | RuntimeException ex) {
				failed(this, ex);
			}
		}

		private Connection ask() throws SQLException {
			Connection known = this.connection;
			if (known != null && isValid(known)) {
				return known;
			}
			if (known != null) {
				close(known);
			}
			Connection opened = DatabaseProbe.this.opener.open();
			this.connection = opened;
			if (!isValid(opened)) {
				close(opened);
				throw new SQLException("The connection is not valid");
			}
			return opened;
		}

		// Frees the thread where the driver lets itself be freed
		void giveUp() {
			Connection hanging = this.connection;
			if (hanging != null) {
				DatabaseProbe.this.executor.execute(() -> abort(hanging));
			}
		}

		private void abort(Connection hanging) {
			try {
				hanging.abort(Runnable::run);
			}
			catch (SQLException | RuntimeException ex) {
				logger.debug("Connection of the probe cannot be aborted", ex);
			}
		}

	}

}

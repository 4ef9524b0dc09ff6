package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
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
 * after a while, and the more of them hang the longer is waited, so that a network that
 * swallows everything holds few threads and is still noticed to work again. Nobody waits
 * for an answer. Safe for use by several threads.
 */
final class DatabaseProbe {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseProbe.class);

	// Longer than it takes to open a connection, shorter than drivers try it
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	// From then on patience doubles with each question that hangs
	private static final int FEW = 8;

	private final Opener opener;

	private final Function<Throwable, @Nullable FailureKind> classifier;

	private final Executor executor;

	private final Duration timeout;

	private final InstantSource clock;

	private final Set<Question> hanging = new HashSet<>();

	private volatile ProbeAnswer answer;

	private @Nullable Question asked;

	private @Nullable Connection kept;

	private Instant looked;

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
		this.looked = clock.instant();
		this.answer = ProbeAnswer.none(this.looked);
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
		if (question != null) {
			start(question);
		}
	}

	private void start(Question question) {
		try {
			this.executor.execute(question);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			refused(question, ex);
		}
	}

	private synchronized @Nullable Question next() {
		Instant now = this.clock.instant();
		boolean late = now.isAfter(this.looked.plus(this.timeout));
		this.looked = now;
		if (this.closed || !isTimeToAsk(now, late)) {
			return null;
		}
		Question question = new Question(now, this.kept);
		this.kept = null;
		this.asked = question;
		return question;
	}

	private boolean isTimeToAsk(Instant now, boolean late) {
		Question last = this.asked;
		// Whoever paused, not the database: what came meanwhile has yet to be heard
		if (last == null || (late && last.excuse())) {
			return last == null;
		}
		noteSilence(Duration.between(last.begun, now), now);
		if (now.isBefore(last.begun.plus(patience()))) {
			return false;
		}
		this.hanging.add(last);
		last.giveUp();
		return true;
	}

	private Duration patience() {
		return PATIENCE.multipliedBy(1L << Math.min(Math.max(this.hanging.size() - FEW, 0), 16));
	}

	private void noteSilence(Duration waited, Instant now) {
		if (waited.compareTo(this.timeout) >= 0) {
			this.answer = new ProbeAnswer(Outcome.SILENT, now, waited, null);
		}
	}

	// Also of a question that was given up: the database is there now
	private synchronized void answered(Question question, Connection connection) {
		Instant now = this.clock.instant();
		this.hanging.clear();
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
		this.hanging.remove(question);
		if (this.asked == question) {
			this.asked = null;
			this.answer = failure(question, failure);
			logger.debug("Database does not answer", failure);
		}
	}

	private synchronized void refused(Question question, Throwable refusal) {
		Connection connection = question.connection;
		if (this.closed && connection != null) {
			close(connection);
		}
		else {
			this.kept = connection;
		}
		failed(question, refusal);
	}

	// A data source that does not tell how it connects, a driver that lacks a class or no
	// thread to ask in say nothing about the database
	private ProbeAnswer failure(Question question, Throwable failure) {
		Instant now = this.clock.instant();
		return (failure instanceof SQLException) ? new ProbeAnswer(Outcome.FAILED, now,
				Duration.between(question.begun, now), this.classifier.apply(failure)) : ProbeAnswer.none(now);
	}

	/**
	 * Closes what is open and gives up what is asked, in the background.
	 */
	synchronized void close() {
		this.closed = true;
		Connection connection = this.kept;
		this.kept = null;
		if (connection != null) {
			inBackground(() -> close(connection));
		}
		if (this.asked != null) {
			this.asked.giveUp();
		}
	}

	private void inBackground(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			logger.debug("No thread to close a connection of the probe in", ex);
		}
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException | RuntimeException ex) {
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

		private boolean excused;

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
			catch (SQLException | RuntimeException | Error ex) {
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

		// Once: a database that is silent is so at the next look, too
		boolean excuse() {
			boolean first = !this.excused;
			this.excused = true;
			return first;
		}

		// Frees the thread where the driver lets itself be freed
		void giveUp() {
			Connection hanging = this.connection;
			if (hanging != null) {
				inBackground(() -> abort(hanging));
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

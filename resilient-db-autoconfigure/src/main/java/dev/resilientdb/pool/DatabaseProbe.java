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
final class DatabaseProbe implements ProbeQuestion.Asker {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseProbe.class);

	// Longer than it takes to open a connection, shorter than drivers try it
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	// From then on patience doubles with each question that hangs
	private static final int FEW = 8;

	private final ProbeConnections connections;

	private final Function<Throwable, @Nullable FailureKind> classifier;

	private final Executor executor;

	private final Duration timeout;

	private final InstantSource clock;

	private final Set<ProbeQuestion> hanging = new HashSet<>();

	private volatile ProbeAnswer answer;

	private @Nullable ProbeQuestion asked;

	private @Nullable Connection kept;

	private boolean renewing;

	private Instant looked;

	private boolean closed;

	/**
	 * Creates a probe.
	 * @param executor runs questions in threads that may hang
	 * @param timeout after which no answer is an answer
	 */
	DatabaseProbe(ProbeConnections.Opener opener, Function<Throwable, @Nullable FailureKind> classifier,
			Executor executor, Duration timeout, InstantSource clock) {
		this.connections = new ProbeConnections(opener, executor, timeout);
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
		ProbeQuestion question = next();
		if (question != null) {
			start(question);
		}
	}

	private void start(ProbeQuestion question) {
		try {
			this.executor.execute(question);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			refused(question, ex);
		}
	}

	private synchronized @Nullable ProbeQuestion next() {
		Instant now = this.clock.instant();
		boolean late = now.isAfter(this.looked.plus(this.timeout));
		this.looked = now;
		if (this.closed || !isTimeToAsk(now, late)) {
			return null;
		}
		ProbeQuestion question = new ProbeQuestion(now, this.renewing ? null : this.kept, this.connections, this);
		// Closed only after the next one was opened: its place would be the only free one
		this.kept = this.renewing ? this.kept : null;
		this.renewing = false;
		this.asked = question;
		return question;
	}

	private boolean isTimeToAsk(Instant now, boolean late) {
		ProbeQuestion last = this.asked;
		// Whoever paused, not the database: what came meanwhile has yet to be heard
		if (last == null || (late && last.excuse())) {
			return last == null;
		}
		noteSilence(Duration.between(last.begun(), now), now);
		if (now.isBefore(last.begun().plus(patience()))) {
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

	@Override
	public void answered(ProbeQuestion question, @Nullable Connection connection) {
		Connection surplus = noteAnswer(question, connection);
		if (surplus != null) {
			this.connections.close(surplus);
		}
	}

	// Also of a question that was given up: the database is there now
	private synchronized @Nullable Connection noteAnswer(ProbeQuestion question, @Nullable Connection connection) {
		Instant now = this.clock.instant();
		this.hanging.clear();
		this.answer = new ProbeAnswer(Outcome.ANSWERED, now, Duration.between(question.begun(), now), null);
		if (this.asked != question || this.closed) {
			return connection;
		}
		Connection renewed = this.kept;
		this.asked = null;
		this.kept = connection;
		return renewed;
	}

	@Override
	public synchronized void failed(ProbeQuestion question, Throwable failure) {
		this.hanging.remove(question);
		if (this.asked == question) {
			this.asked = null;
			this.answer = failure(question, failure);
			logger.debug("Database does not answer", failure);
		}
	}

	private void refused(ProbeQuestion question, Throwable refusal) {
		Connection surplus = noteRefusal(question);
		if (surplus != null) {
			this.connections.close(surplus);
		}
		failed(question, refusal);
	}

	private synchronized @Nullable Connection noteRefusal(ProbeQuestion question) {
		if (this.closed) {
			return question.connection();
		}
		Connection unused = question.connection();
		this.kept = (unused != null) ? unused : this.kept;
		return null;
	}

	// A data source that does not tell how it connects, a driver that lacks a class or no
	// thread to ask in say nothing about the database
	private ProbeAnswer failure(ProbeQuestion question, Throwable failure) {
		Instant now = this.clock.instant();
		return (failure instanceof SQLException) ? new ProbeAnswer(Outcome.FAILED, now,
				Duration.between(question.begun(), now), this.classifier.apply(failure)) : ProbeAnswer.none(now);
	}

	/**
	 * Has the next question asked on a new connection: one that was opened long ago does
	 * not tell whether others can be.
	 */
	synchronized void renew() {
		this.renewing = true;
	}

	/**
	 * Closes what is open and gives up what is asked, in the background.
	 */
	synchronized void close() {
		this.closed = true;
		this.connections.closeInBackground(this.kept);
		this.kept = null;
		if (this.asked != null) {
			this.asked.giveUp();
		}
	}

}

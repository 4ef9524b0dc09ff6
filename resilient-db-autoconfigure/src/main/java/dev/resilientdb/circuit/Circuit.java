package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;

import dev.resilientdb.acquisition.AcquisitionInterceptor;
import dev.resilientdb.acquisition.ConnectionSource;

/**
 * Stands around the acquisitions of one data source. Opens when too many of them fail, or
 * when the probe says that the database is not there; then callers are refused at once.
 * Before it is armed it watches nothing: an application that starts knows itself how long
 * it waits for its database. Safe for use by several threads.
 */
final class Circuit implements AcquisitionInterceptor {

	// Callers who find out may hang for long; others take their place then
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration SOON = Duration.ofSeconds(1);

	private final String dataSource;

	private final CircuitPhases phases;

	private final Breaker breaker;

	private final AcquisitionJudge judge;

	private final Clock clock;

	private final LongAdder rejected = new LongAdder();

	Circuit(String dataSource, CircuitPhases phases, Breaker breaker, AcquisitionJudge judge, Clock clock) {
		this.dataSource = dataSource;
		this.phases = phases;
		this.breaker = breaker;
		this.judge = judge;
		this.clock = clock;
	}

	@Override
	public Connection acquire(ConnectionSource source) throws SQLException {
		Phase begun = this.phases.current();
		if (!begun.isClosed()) {
			begun = admit();
		}
		long start = System.nanoTime();
		Connection connection;
		try {
			connection = source.connect();
		}
		// Whatever it is, it reaches the caller as it was thrown
		catch (Throwable ex) {
			failed(begun, ex, System.nanoTime() - start);
			throw ex;
		}
		long nanos = System.nanoTime() - start;
		if (!begun.isClosed() || !this.breaker.countsCalmly(nanos)) {
			succeeded(begun, nanos);
		}
		return connection;
	}

	// The transaction manager would wrap what its connection refuses
	@Override
	public void beforeBegin(TransactionExecution transaction) {
		if (!this.phases.current().isClosed()) {
			admit();
			this.breaker.release();
		}
	}

	private Phase admit() {
		Instant now = this.clock.instant();
		Phase known = this.phases.current();
		if (isForsaken(known, now)) {
			this.phases.letFewTry(known);
		}
		boolean permitted = this.breaker.tryAcquire();
		Phase phase = this.phases.observe();
		Opening opening = phase.opening();
		if (permitted || opening == null) {
			return phase;
		}
		this.rejected.increment();
		Instant until = opening.until().isAfter(now) ? opening.until() : now.plus(SOON);
		throw new DatabaseUnavailableException(this.dataSource, opening, until);
	}

	// By the probe that held it open, or by callers who should have found out
	private static boolean isForsaken(Phase phase, Instant now) {
		return switch (phase.state()) {
			case OPEN -> phase.wasHeld() && !phase.isHeld(now);
			case HALF_OPEN -> now.isAfter(phase.since().plus(PATIENCE));
			case CLOSED -> false;
		};
	}

	private void failed(Phase begun, Throwable thrown, long nanos) {
		if (!isOfNow(begun)) {
			return;
		}
		if (this.judge.saysNothing(thrown)) {
			this.breaker.release();
			return;
		}
		Reason reason = this.judge.reason(thrown);
		if (reason == null) {
			succeeded(begun, nanos);
			return;
		}
		this.phases.suspect(reason);
		this.breaker.failed(nanos, thrown);
		this.phases.observe();
	}

	private void succeeded(Phase begun, long nanos) {
		if (!isOfNow(begun)) {
			return;
		}
		if (this.breaker.isSlow(nanos)) {
			this.phases.suspect(Reason.SLOW);
		}
		this.breaker.succeeded(nanos);
		this.phases.observe();
	}

	// Whoever waited through an outage tells of what is over
	private boolean isOfNow(Phase begun) {
		return this.judge.isArmed() && this.phases.current().equals(begun);
	}

	boolean isArmed() {
		return this.judge.isArmed();
	}

	/**
	 * How many calls it has ever refused.
	 */
	long rejected() {
		return this.rejected.sum();
	}

	CircuitPhases phases() {
		return this.phases;
	}

	/**
	 * Share of failures among the last acquisitions, null when there were too few.
	 */
	@Nullable Double failureRate() {
		return this.breaker.failureRate();
	}

	/**
	 * Whether anybody has got a connection yet.
	 */
	boolean hasServed() {
		return this.breaker.hasEverSucceeded();
	}

}

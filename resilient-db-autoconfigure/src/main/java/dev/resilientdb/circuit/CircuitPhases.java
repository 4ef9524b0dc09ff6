package dev.resilientdb.circuit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a circuit went through: follows its breaker, remembers why it opened and how long
 * it took to recover. Safe for use by several threads.
 */
final class CircuitPhases {

	private static final Logger logger = LoggerFactory.getLogger(CircuitPhases.class);

	private final String dataSource;

	private final Breaker breaker;

	private final Duration openDuration;

	private final Clock clock;

	private final CircuitListener listener;

	private volatile Phase current;

	private volatile Reason suspected = Reason.SLOW;

	private final AtomicLong opened = new AtomicLong();

	private volatile @Nullable Duration timeToRecovery;

	CircuitPhases(String dataSource, Breaker breaker, Duration openDuration, Clock clock, CircuitListener listener) {
		this.dataSource = dataSource;
		this.breaker = breaker;
		this.openDuration = openDuration;
		this.clock = clock;
		this.listener = listener;
		this.current = Phase.closed(clock.instant());
	}

	Phase current() {
		return this.current;
	}

	/**
	 * How often the circuit has ever opened.
	 */
	long opened() {
		return this.opened.get();
	}

	@Nullable Duration timeToRecovery() {
		return this.timeToRecovery;
	}

	/**
	 * Notes what will have opened the circuit if it opens.
	 */
	void suspect(Reason reason) {
		this.suspected = reason;
	}

	/**
	 * Notes the breaker's state after whatever may have changed it.
	 */
	Phase observe() {
		Phase before;
		Phase now;
		synchronized (this) {
			before = this.current;
			CircuitState state = this.breaker.state();
			now = (state == before.state()) ? before : enter(state, before);
		}
		tell(before, now);
		return now;
	}

	/**
	 * Opens the circuit until the probe says otherwise, or nothing any longer.
	 * @param until when the database is asked next
	 */
	void hold(Reason reason, Instant until, Instant heldUntil) {
		Phase before;
		Phase now;
		synchronized (this) {
			before = this.current;
			Opening known = before.opening();
			Instant since = (known != null) ? known.since() : this.clock.instant();
			Opening opening = new Opening(since, reason, until, heldUntil);
			if (!before.wasHeld()) {
				this.breaker.hold();
			}
			this.opened.addAndGet((known == null) ? 1 : 0);
			now = new Phase(CircuitState.OPEN, since, opening);
			this.current = now;
		}
		tell(before, now);
	}

	/**
	 * Closes the circuit that the probe held open.
	 */
	void recover() {
		Phase before;
		Phase now;
		synchronized (this) {
			before = this.current;
			this.breaker.close();
			now = before.isClosed() ? before : enter(CircuitState.CLOSED, before);
		}
		tell(before, now);
	}

	/**
	 * Lets callers find out, with nobody else left to ask.
	 */
	void letFewTry(Phase forsaken) {
		synchronized (this) {
			if (!this.current.equals(forsaken)) {
				return;
			}
			this.breaker.letFewTry();
			enter(CircuitState.HALF_OPEN, forsaken);
		}
		this.listener.changed(this.dataSource);
	}

	private Phase enter(CircuitState state, Phase before) {
		Instant now = this.clock.instant();
		Opening opening = (state == CircuitState.CLOSED) ? null : opening(state, before.opening(), now);
		if (opening == null && before.opening() != null) {
			this.timeToRecovery = Duration.between(before.opening().since(), now);
		}
		if (opening != null && before.opening() == null) {
			this.opened.incrementAndGet();
		}
		Phase phase = new Phase(state, now, opening);
		this.current = phase;
		return phase;
	}

	private Opening opening(CircuitState state, @Nullable Opening before, Instant now) {
		Instant since = (before != null) ? before.since() : now;
		if (state == CircuitState.HALF_OPEN) {
			return new Opening(since, (before != null) ? before.reason() : this.suspected, now, null);
		}
		return new Opening(since, this.suspected, now.plus(this.openDuration), null);
	}

	private void tell(Phase before, Phase now) {
		Opening opening = now.opening();
		if (before.state() == now.state()) {
			return;
		}
		if (opening == null) {
			logger.info("Circuit of data source '{}' is closed again after {} ms", this.dataSource,
					recovery().toMillis());
		}
		else if (before.isClosed()) {
			logger.warn("Circuit of data source '{}' is open: {}. Callers are refused until the database is there"
					+ " again, next try at {}", this.dataSource, opening.reason().name(), opening.until());
		}
		else {
			logger.debug("Circuit of data source '{}' is {}", this.dataSource, now.state());
		}
		this.listener.changed(this.dataSource);
	}

	private Duration recovery() {
		Duration known = this.timeToRecovery;
		return (known != null) ? known : Duration.ZERO;
	}

}

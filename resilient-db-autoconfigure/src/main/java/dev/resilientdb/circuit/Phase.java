package dev.resilientdb.circuit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What holds of a circuit from one change to the next. A call that began in an earlier
 * phase says nothing about this one.
 *
 * @param state whether callers get through
 * @param since when the phase began
 * @param opening null while the circuit is closed
 */
record Phase(CircuitState state, Instant since, @Nullable Opening opening) {

	static Phase closed(Instant since) {
		return new Phase(CircuitState.CLOSED, since, null);
	}

	boolean isClosed() {
		return this.state == CircuitState.CLOSED;
	}

	/**
	 * Whether the word of the probe keeps or kept it open.
	 */
	boolean wasHeld() {
		return this.opening != null && this.opening.heldUntil() != null;
	}

	/**
	 * Whether callers are not even let through to find out.
	 */
	boolean isHeld(Instant now) {
		return this.opening != null && this.opening.heldUntil() != null && now.isBefore(this.opening.heldUntil());
	}

}

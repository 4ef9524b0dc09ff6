package dev.resilientdb.circuit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.pool.PoolFigures;
import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.ProbeAnswer;
import dev.resilientdb.pool.ProbeAnswer.Outcome;

/**
 * Opens a circuit on the word of the probe and closes it again: callers that hang in the
 * pool tell nothing. A probe that has never got an answer, whose login may be wrong where
 * the pool's is right, is not believed once callers got connections, and lets them find
 * out until then. Hears in the one thread that looks at pools.
 */
final class ProbeTestimony {

	// Questions are given up then: a connection that was silent for less is still good
	private static final Duration OUTLIVED = Duration.ofSeconds(4);

	private final Circuit circuit;

	private final Duration openDuration;

	private final Duration silenceThreshold;

	private final Clock clock;

	private @Nullable Instant looked;

	private @Nullable Instant silentSince;

	private volatile boolean answered;

	private boolean broken;

	ProbeTestimony(Circuit circuit, Duration openDuration, Duration silenceThreshold, Clock clock) {
		this.circuit = circuit;
		this.openDuration = openDuration;
		this.silenceThreshold = silenceThreshold;
		this.clock = clock;
	}

	/**
	 * Hears what the last look found.
	 * @return what has become of the connections from before
	 */
	Connections hear(PoolReport report) {
		Instant now = this.clock.instant();
		Duration interval = (this.looked != null) ? Duration.between(this.looked, now) : this.openDuration;
		this.looked = now;
		boolean gone = report.verdict() == PoolVerdict.DATABASE_DOWN || report.verdict() == PoolVerdict.BAD_CREDENTIALS;
		if (!gone) {
			closeWhatIsOver(report.figures(), now);
		}
		if (report.probe().outcome() == Outcome.ANSWERED) {
			return recover();
		}
		if (!gone) {
			this.silentSince = null;
		}
		else if (this.circuit.isArmed() && isBelieved() && !isServedByOlderLogins(report)) {
			hear(report.probe(), interval, now);
		}
		return Connections.AS_BEFORE;
	}

	// Nobody who calls is left to find it out, or nobody has called for long
	private void closeWhatIsOver(@Nullable PoolFigures figures, Instant now) {
		Phase phase = this.circuit.phases().current();
		Opening opening = phase.opening();
		if (opening == null || phase.wasHeld()) {
			return;
		}
		boolean free = figures != null && figures.idle() > 0 && Integer.valueOf(0).equals(figures.waiting());
		boolean forgotten = phase.state() == CircuitState.OPEN
				&& !now.isBefore(opening.until().plus(this.openDuration));
		if (forgotten || (free && opening.reason().isOfPool())) {
			this.circuit.phases().recover();
		}
	}

	// A password that was changed refuses new connections alone
	private boolean isServedByOlderLogins(PoolReport report) {
		PoolFigures figures = report.figures();
		return report.verdict() == PoolVerdict.BAD_CREDENTIALS && figures != null && figures.total() > 0
				&& !this.circuit.phases().current().wasHeld();
	}

	// A refusal is certain, but a server or a machine may merely pause
	private void hear(ProbeAnswer answer, Duration interval, Instant now) {
		Instant since = (this.silentSince != null) ? this.silentSince : now.minus(answer.latency());
		boolean failed = answer.outcome() == Outcome.FAILED;
		this.silentSince = since;
		boolean lost = failed && answer.failure() != FailureKind.AUTHENTICATION;
		this.broken |= lost || now.isAfter(since.plus(OUTLIVED));
		if (failed || !now.isBefore(since.plus(this.silenceThreshold))) {
			hold(Reason.ofProbe(answer.failure()), interval, now);
		}
	}

	private void hold(Reason reason, Duration interval, Instant now) {
		if (this.answered) {
			Duration longest = interval.multipliedBy(3);
			Duration held = (longest.compareTo(this.openDuration) > 0) ? longest : this.openDuration;
			this.circuit.phases().hold(reason, now.plus(interval), now.plus(held));
		}
		else if (this.circuit.phases().current().isClosed()) {
			Instant until = now.plus(this.openDuration);
			this.circuit.phases().hold(reason, until, until);
		}
	}

	/**
	 * Whether what it says counts. May be asked by any thread.
	 */
	boolean isBelieved() {
		return this.answered || !this.circuit.hasServed();
	}

	private Connections recover() {
		boolean first = !this.answered;
		this.answered = true;
		if (this.silentSince == null && !this.broken) {
			return Connections.AS_BEFORE;
		}
		Connections connections = this.broken ? Connections.DEAD : Connections.AS_BEFORE;
		this.silentSince = null;
		this.broken = false;
		if (first || this.circuit.phases().current().wasHeld()) {
			this.circuit.phases().recover();
		}
		return connections;
	}

	/**
	 * What has become of a pool's connections.
	 */
	enum Connections {

		AS_BEFORE, DEAD

	}

}

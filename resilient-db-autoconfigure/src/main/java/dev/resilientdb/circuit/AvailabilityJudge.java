package dev.resilientdb.circuit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.pool.PoolFigures;
import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.Pools;

/**
 * Tells the availability of a database from its circuit, the verdict on its pool and its
 * refusals to write. The worst counts.
 */
final class AvailabilityJudge {

	private static final Finding NOTHING = new Finding(Availability.AVAILABLE, null, null);

	private final @Nullable Circuits circuits;

	private final @Nullable Pools pools;

	private final ReadOnlyMemory memory;

	/**
	 * Creates a judge.
	 * @param circuits null when there are none
	 * @param pools null when nobody watches them
	 */
	AvailabilityJudge(@Nullable Circuits circuits, @Nullable Pools pools, ReadOnlyMemory memory) {
		this.circuits = circuits;
		this.pools = pools;
		this.memory = memory;
	}

	Finding judge(String dataSource, Instant now) {
		Phase phase = (this.circuits != null) ? this.circuits.phase(dataSource) : null;
		PoolReport report = (this.pools != null) ? this.pools.report(dataSource) : null;
		Finding worst = (phase != null) ? ofCircuit(phase, now) : NOTHING;
		worst = worst.or((report != null) ? ofPool(report, phase) : NOTHING);
		FailureKind readOnly = this.memory.reason(dataSource);
		return worst.or((readOnly != null) ? new Finding(Availability.READ_ONLY, readOnly.name(), null) : NOTHING);
	}

	private static Finding ofCircuit(Phase phase, Instant now) {
		Opening opening = phase.opening();
		if (opening == null) {
			return NOTHING;
		}
		// Whoever asks before he calls would otherwise never call again
		boolean due = !opening.until().isAfter(now) && !phase.isHeld(now);
		Availability availability = (due || phase.state() == CircuitState.HALF_OPEN) ? Availability.DEGRADED
				: opening.reason().availability();
		return new Finding(availability, opening.reason().name(), opening.until());
	}

	/**
	 * What a pool says. Callers who get through while the probe does not are believed
	 * more than the probe.
	 */
	private Finding ofPool(PoolReport report, @Nullable Phase phase) {
		PoolVerdict verdict = report.verdict();
		return switch (verdict) {
			case HEALTHY, BUSY, UNINITIALISED, UNKNOWN -> NOTHING;
			case DATABASE_DOWN, BAD_CREDENTIALS -> ofProbe(report, phase);
			// What is left serves everybody
			case LEAKING -> isWaitedFor(report.figures()) ? degraded(verdict) : NOTHING;
			case SATURATED, EXHAUSTED, POOL_LOCKED -> degraded(verdict);
		};
	}

	private static boolean isWaitedFor(@Nullable PoolFigures figures) {
		Integer waiting = (figures != null) ? figures.waiting() : null;
		return waiting != null && waiting > 0;
	}

	private static Finding degraded(PoolVerdict verdict) {
		return new Finding(Availability.DEGRADED, verdict.name(), null);
	}

	private Finding ofProbe(PoolReport report, @Nullable Phase phase) {
		if (this.circuits != null && !this.circuits.believesProbe(report.dataSource())) {
			return NOTHING;
		}
		return new Finding((phase != null) ? Availability.DEGRADED : Availability.DOWN, report.verdict().name(), null);
	}

	/**
	 * What is known now.
	 *
	 * @param availability what can be expected
	 * @param reason why, null when nothing is known
	 * @param until before which trying is of no use, null when nobody knows
	 */
	record Finding(Availability availability, @Nullable String reason, @Nullable Instant until) {

		Finding or(Finding other) {
			return (this.availability.compareTo(other.availability) >= 0) ? this : other;
		}

	}

}

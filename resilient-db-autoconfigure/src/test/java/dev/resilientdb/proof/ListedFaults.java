package dev.resilientdb.proof;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultPlan;
import dev.resilientdb.test.FaultSite;

/**
 * Certain faults one after the other, each at the first call from a certain one on at
 * which it can strike.
 */
final class ListedFaults implements FaultPlan {

	private final Deque<Strike> pending = new ArrayDeque<>();

	private int calls;

	ListedFaults(List<Strike> strikes) {
		strikes.stream().sorted(Comparator.comparingInt(Strike::call)).forEach(this.pending::add);
	}

	@Override
	public Fault next(FaultSite site) {
		int call = this.calls++;
		Strike next = this.pending.peek();
		if (next == null || next.call() > call || !next.fault().strikesAt(site)) {
			return Fault.NONE;
		}
		this.pending.remove();
		return next.fault();
	}

	/**
	 * A fault and the number of the JDBC call that it waits for.
	 */
	record Strike(int call, Fault fault) {
	}

}

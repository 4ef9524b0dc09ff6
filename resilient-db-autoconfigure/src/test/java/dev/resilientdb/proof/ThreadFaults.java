package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultPlan;
import dev.resilientdb.test.FaultSite;

/**
 * A plan of its own for each thread that carries out an order. Other threads, such as
 * those of a pool, meet no faults. Safe for use by several threads.
 */
final class ThreadFaults implements FaultPlan {

	@SuppressWarnings("ThreadLocalUsage") // one per history; cleared after each order
	private final ThreadLocal<@Nullable Recorder> current = new ThreadLocal<>();

	@Override
	public Fault next(FaultSite site) {
		Recorder recorder = this.current.get();
		return (recorder != null) ? recorder.next(site) : Fault.NONE;
	}

	/**
	 * Does the work under the given plan and answers which faults struck.
	 */
	List<String> during(FaultPlan plan, Runnable work) {
		Recorder recorder = new Recorder(plan);
		this.current.set(recorder);
		try {
			work.run();
		}
		finally {
			this.current.remove();
		}
		return recorder.strikes;
	}

	private static final class Recorder {

		private final FaultPlan plan;

		private final List<String> strikes = new ArrayList<>();

		private int calls;

		Recorder(FaultPlan plan) {
			this.plan = plan;
		}

		Fault next(FaultSite site) {
			int call = this.calls++;
			Fault fault = this.plan.next(site);
			if (fault != Fault.NONE) {
				this.strikes.add(call + ":" + site + ":" + fault);
			}
			return fault;
		}

	}

}

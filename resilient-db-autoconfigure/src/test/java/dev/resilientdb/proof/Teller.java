package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.FaultPlan;

import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Has an order carried out under faults and writes down what it is told.
 */
final class Teller {

	private final Staff staff;

	private final ThreadFaults faults;

	private final Manner manner;

	Teller(Staff staff, ThreadFaults faults, Manner manner) {
		this.staff = staff;
		this.faults = faults;
		this.manner = manner;
	}

	Answer ask(Deed deed, Order order, FaultPlan plan) {
		AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
		List<String> strikes = this.faults.during(plan,
				() -> thrown.set(catchThrowable(() -> this.manner.call(() -> deed.carryOut(this.staff, order)))));
		boolean interrupted = Thread.interrupted();
		return new Answer(deed, order, thrown.get(), strikes, leftovers(deed, interrupted));
	}

	private static List<String> leftovers(Deed deed, boolean interrupted) {
		List<String> leftovers = new ArrayList<>();
		if (TransactionSynchronizationManager.isActualTransactionActive()
				|| TransactionSynchronizationManager.isSynchronizationActive()) {
			leftovers.add("transaction");
		}
		TransactionSynchronizationManager.getResourceMap().keySet().forEach((key) -> leftovers.add(key.toString()));
		if (interrupted && deed != Deed.TRANSFER_INTERRUPTED) {
			leftovers.add("interrupt");
		}
		return leftovers;
	}

	/**
	 * How calls are made: straight, or with a retry of somebody else around.
	 */
	@FunctionalInterface
	interface Manner {

		void call(ThrowingCallable call) throws Throwable;

	}

}

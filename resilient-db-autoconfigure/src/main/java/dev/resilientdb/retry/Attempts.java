package dev.resilientdb.retry;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;

/**
 * The attempt that runs in the current thread. {@link AttemptRunner} binds and clears it.
 */
final class Attempts {

	// A place for each thread that stays: binding is a plain write then. Of a type that
	// does not keep the application's class loader alive
	@SuppressWarnings("ThreadLocalUsage") // one per application context, like all state
	private final ThreadLocal<AtomicReference<@Nullable Attempt>> places = NamedThreadLocal
		.withInitial("resilient-db attempt", AtomicReference::new);

	@Nullable Attempt current() {
		return place().getPlain();
	}

	/**
	 * Where the attempt of the current thread is bound, and cleared. Confined to the
	 * thread.
	 */
	AtomicReference<@Nullable Attempt> place() {
		return this.places.get();
	}

	/**
	 * Notes the failure of a call that may explain that of the attempt around it.
	 */
	void failedInside(Throwable failure) {
		Attempt around = current();
		if (around != null) {
			around.failedInside(failure);
		}
	}

}

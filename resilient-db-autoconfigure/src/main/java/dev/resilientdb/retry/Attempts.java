package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;

/**
 * The attempt that runs in the current thread. {@link RetryEngine} binds and clears it.
 */
final class Attempts {

	@SuppressWarnings("ThreadLocalUsage") // one per application context, like all state
	private final ThreadLocal<@Nullable Attempt> current = new NamedThreadLocal<>("resilient-db attempt");

	@Nullable Attempt current() {
		return this.current.get();
	}

	Attempt begin(TransactionResource resource) {
		Attempt attempt = new Attempt(resource);
		this.current.set(attempt);
		return attempt;
	}

	/**
	 * Runs a call whose failure may explain that of the attempt around it.
	 */
	@Nullable Object observe(TransactionalCall call) throws Throwable {
		try {
			return call.proceed();
		}
		catch (Throwable ex) {
			Attempt around = this.current.get();
			if (around != null) {
				around.failedInside(ex);
			}
			throw ex;
		}
	}

	// Setting null keeps the thread's entry, which each call would have to make anew
	void end() {
		this.current.set(null);
	}

}

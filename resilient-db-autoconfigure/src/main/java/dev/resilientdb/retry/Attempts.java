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

	Attempt begin() {
		Attempt attempt = new Attempt();
		this.current.set(attempt);
		return attempt;
	}

	void end() {
		this.current.remove();
	}

}

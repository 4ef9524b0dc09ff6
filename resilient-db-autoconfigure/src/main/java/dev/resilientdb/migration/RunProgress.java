package dev.resilientdb.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * How far a run of Flyway has come. Safe for use by several threads.
 */
final class RunProgress {

	private final List<String> sessions = new ArrayList<>();

	private @Nullable Step step;

	private boolean repeatable;

	private final AtomicReference<@Nullable MigrationLock> lock = new AtomicReference<>();

	/**
	 * Has a session of the server work for the run.
	 */
	synchronized void add(String session) {
		this.sessions.add(session);
	}

	synchronized List<String> sessions() {
		return List.copyOf(this.sessions);
	}

	/**
	 * Flyway asks for its lock.
	 * @param name of the lock
	 * @return how long it has done nothing else
	 */
	synchronized Duration asksFor(String name) {
		Step current = this.step;
		if (current == null || !current.isLock() || !current.name().equals(name)) {
			this.step = new Step(StepKind.LOCK, name, System.nanoTime());
			return Duration.ZERO;
		}
		return current.age();
	}

	/**
	 * Flyway does something that is no question for its lock.
	 */
	synchronized void goesOn() {
		if (this.step != null && this.step.isLock()) {
			this.step = null;
			this.lock.set(null);
		}
	}

	synchronized void begins(String script) {
		this.step = new Step(StepKind.SCRIPT, script, System.nanoTime());
		this.lock.set(null);
	}

	synchronized void ends() {
		this.step = null;
		this.lock.set(null);
	}

	/**
	 * What Flyway is at, null when nothing is known to take long.
	 */
	synchronized @Nullable Step step() {
		return this.step;
	}

	synchronized boolean isInScript() {
		return this.step != null && !this.step.isLock();
	}

	/**
	 * Notes whether everything since the last COMMIT is undone by a rollback.
	 */
	synchronized void setRepeatable(boolean repeatable) {
		this.repeatable = repeatable;
	}

	synchronized boolean isRepeatable() {
		return this.repeatable;
	}

	/**
	 * What was last seen that the run waits for.
	 */
	@Nullable MigrationLock lock() {
		return this.lock.get();
	}

	void setLock(@Nullable MigrationLock lock) {
		this.lock.set(lock);
	}

	enum StepKind {

		LOCK, SCRIPT

	}

	/**
	 * @param name of the lock or of the script
	 * @param start by the clock of the process
	 */
	record Step(StepKind kind, String name, long start) {

		boolean isLock() {
			return this.kind == StepKind.LOCK;
		}

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.start);
		}

	}

}

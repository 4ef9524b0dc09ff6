package dev.resilientdb.pool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;

/**
 * What one thread holds of one pool, the last first. Filled by its thread; the sampler
 * reads it and takes out what is over, so that an idle thread keeps nothing alive.
 */
final class LeaseStack {

	private static final VarHandle TOP;

	static {
		try {
			TOP = MethodHandles.lookup().findVarHandle(LeaseStack.class, "top", Lease.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private static final int DEEPEST = 32;

	private final Thread thread = Thread.currentThread();

	@SuppressWarnings("unused") // by the handle
	private volatile @Nullable Lease top;

	private @Nullable TransactionFrame transaction;

	private volatile @Nullable Wish wish;

	Thread thread() {
		return this.thread;
	}

	/**
	 * The last connection that the thread still holds, leaked ones apart.
	 */
	@Nullable Lease open() {
		Lease lease = (Lease) TOP.getOpaque(this);
		while (lease != null && (lease.isOver() || lease.isLeaked())) {
			lease = lease.outer();
		}
		return lease;
	}

	void push(Lease lease) {
		TOP.setRelease(this, lease);
	}

	/**
	 * Takes out a lease that is over, unless the thread has taken another one since.
	 */
	void forget(Lease over) {
		TOP.compareAndSet(this, over, null);
	}

	@Nullable TransactionFrame transaction() {
		return this.transaction;
	}

	// Of some the end is never told: those that another listener keeps from beginning
	void begin(TransactionExecution execution) {
		TransactionFrame outer = this.transaction;
		this.transaction = new TransactionFrame(execution, (outer == null || outer.depth() < DEEPEST) ? outer : null);
	}

	/**
	 * Ends a transaction and those within it whose end nobody told. May be called twice.
	 */
	void end(TransactionExecution execution) {
		TransactionFrame ended = this.transaction;
		while (ended != null && !ended.isOf(execution)) {
			ended = ended.outer();
		}
		if (ended == null) {
			return;
		}
		for (TransactionFrame frame = this.transaction; frame != null && frame != ended; frame = frame.outer()) {
			frame.end();
		}
		ended.end();
		this.transaction = ended.outer();
	}

	/**
	 * What the thread asks the pool for while it holds a connection, null when nothing.
	 */
	@Nullable Wish wish() {
		return this.wish;
	}

	void wish(@Nullable Wish asked) {
		this.wish = asked;
	}

	/**
	 * One more connection.
	 *
	 * @param origin what for, null when that is not known
	 * @param depth how many the thread would hold
	 */
	record Wish(@Nullable LeaseOrigin origin, int depth) {
	}

}

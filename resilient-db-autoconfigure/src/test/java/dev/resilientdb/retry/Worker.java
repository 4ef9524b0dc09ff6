package dev.resilientdb.retry;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureKind;

/**
 * A service that runs what a test gives it in every kind of transaction, and counts the
 * attempts of those that run again.
 */
class Worker {

	private final AtomicInteger attempts = new AtomicInteger();

	@Transactional
	@DeadlockRetry(delay = "1ms")
	public void retried(Runnable work) {
		attempt(work);
	}

	/**
	 * Commits despite a checked exception.
	 */
	@Transactional
	@DeadlockRetry(delay = "1ms")
	public void retriedWithCheckedExceptions(Callable<?> work) throws Exception {
		this.attempts.incrementAndGet();
		work.call();
	}

	@Transactional
	@DeadlockRetry(delay = "1ms", idempotent = true)
	public void idempotent(Runnable work) {
		attempt(work);
	}

	@Transactional
	@DeadlockRetry(delay = "1ms", maxAttempts = 3, alsoOn = FailureKind.UNIQUE_VIOLATION)
	public void stubborn(Runnable work) {
		attempt(work);
	}

	@Transactional(isolation = Isolation.SERIALIZABLE)
	@DeadlockRetry(delay = "1ms")
	public void serializable(Runnable work) {
		attempt(work);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	@DeadlockRetry(delay = "1ms", maxAttempts = 3)
	public void retriedInNewTransaction(Runnable work) {
		attempt(work);
	}

	@DeadlockRetry(delay = "1ms")
	public void withoutTransaction(Runnable work) {
		attempt(work);
	}

	@Transactional
	public void joining(Runnable work) {
		work.run();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void inNewTransaction(Runnable work) {
		work.run();
	}

	@Transactional(propagation = Propagation.NESTED)
	public void inSavepoint(Runnable work) {
		work.run();
	}

	int attempts() {
		return this.attempts.get();
	}

	private void attempt(Runnable work) {
		this.attempts.incrementAndGet();
		work.run();
	}

}

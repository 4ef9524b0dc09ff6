package dev.resilientdb.retry;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Waits for its next attempt until somebody interrupts it.
 */
@DeadlockRetry(delay = "1h", maxDelay = "1h", deadline = "24h")
class Patient {

	@Transactional
	public void required(Runnable work) {
		work.run();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void requiresNew(Runnable work) {
		work.run();
	}

}

package dev.resilientdb.migration;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits twice as long before each attempt as before the one before it.
 */
record DoublingPause(Duration first) implements RacePause {

	private static final int MOST_DOUBLINGS = 5;

	@Override
	public void before(int attempt) {
		try {
			long millis = this.first.toMillis() << Math.min(attempt - 2, MOST_DOUBLINGS);
			boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before a migration ran again", ex);
		}
	}

}

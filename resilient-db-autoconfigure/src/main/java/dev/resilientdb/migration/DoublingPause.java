package dev.resilientdb.migration;

import java.time.Duration;

/**
 * Waits twice as long before each attempt as before the one before it.
 */
record DoublingPause(Duration first) implements RacePause {

	private static final int MOST_DOUBLINGS = 5;

	@Override
	public void before(int attempt) {
		try {
			Thread.sleep(this.first.toMillis() << Math.min(attempt - 2, MOST_DOUBLINGS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before a migration ran again", ex);
		}
	}

}

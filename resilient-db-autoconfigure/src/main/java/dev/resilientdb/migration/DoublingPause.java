package dev.resilientdb.migration;

import java.time.Duration;

import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.ThreadWaitSleeper;

/**
 * Waits twice as long before each attempt as before the one before it.
 */
record DoublingPause(Duration first) implements RacePause {

	private static final Sleeper SLEEPER = new ThreadWaitSleeper();

	private static final int MOST_DOUBLINGS = 5;

	@Override
	public void before(int attempt) {
		try {
			SLEEPER.sleep(this.first.toMillis() << Math.min(attempt - 2, MOST_DOUBLINGS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before a migration ran again", ex);
		}
	}

}

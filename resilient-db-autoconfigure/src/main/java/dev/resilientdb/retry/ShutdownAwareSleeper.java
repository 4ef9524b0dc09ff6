package dev.resilientdb.retry;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.Sleeper;

/**
 * Waits before an attempt, until the time is over or the application stops. Stops before
 * everything else, so that nothing waits for a call that waits here.
 */
final class ShutdownAwareSleeper implements Sleeper, SmartLifecycle {

	private static final long serialVersionUID = 1L;

	@SuppressWarnings("serial")
	private volatile CountDownLatch stopped = new CountDownLatch(1);

	private volatile boolean running;

	@Override
	public void sleep(long millis) throws InterruptedException {
		if (this.stopped.await(millis, TimeUnit.MILLISECONDS)) {
			throw new BackOffInterruptedException("The application stops: no further attempt");
		}
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}

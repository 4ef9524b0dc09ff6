package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A number of callers that do the same thing again and again for a while.
 */
class Crowd {

	private static final int MOST_CALLS_PER_CALLER = 200_000;

	private final int callers;

	private final Duration duration;

	Crowd(int callers, Duration duration) {
		this.callers = callers;
		this.duration = duration;
	}

	/**
	 * Returns when every caller has finished its last call.
	 * @param call what each caller does
	 * @return what came of it
	 * @throws InterruptedException if the waiting thread is interrupted; the callers stop
	 * after their current call
	 */
	Tally.Outcome repeat(Runnable call) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(this.callers);
		try {
			long end = System.nanoTime() + this.duration.toNanos();
			Callable<Tally> caller = () -> callUntil(end, call);
			List<Future<Tally>> futures = threads.invokeAll(Collections.nCopies(this.callers, caller));
			return Tally.merge(futures.stream().map(Crowd::tally).toList());
		}
		finally {
			threads.shutdownNow();
			threads.awaitTermination(30, TimeUnit.SECONDS);
		}
	}

	private static Tally callUntil(long end, Runnable call) {
		Tally tally = new Tally();
		for (int i = 0; i < MOST_CALLS_PER_CALLER && System.nanoTime() - end < 0; i++) {
			if (Thread.currentThread().isInterrupted()) {
				break;
			}
			tally.record(call);
		}
		return tally;
	}

	private static Tally tally(Future<Tally> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A caller of the drill broke off", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted although all callers had finished", ex);
		}
	}

}

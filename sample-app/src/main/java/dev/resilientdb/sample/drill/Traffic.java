package dev.resilientdb.sample.drill;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Callers that call every few milliseconds until they are stopped.
 */
final class Traffic {

	private static final int PAUSE_MILLIS = 5;

	private final List<Tally> tallies;

	private final ExecutorService threads;

	private Traffic(int callers, Runnable call) {
		this.tallies = new CopyOnWriteArrayList<>(Stream.generate(Tally::new).limit(callers).toList());
		this.threads = Executors.newFixedThreadPool(callers);
		this.tallies.forEach((tally) -> this.threads.execute(() -> callAgainAndAgain(tally, call)));
	}

	static Traffic start(int callers, Runnable call) {
		return new Traffic(callers, call);
	}

	/**
	 * Returns when the last calls have ended.
	 */
	Tally.Outcome stop() throws InterruptedException {
		this.threads.shutdown();
		if (!this.threads.awaitTermination(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Callers of the drill hang");
		}
		return Tally.merge(this.tallies);
	}

	private void callAgainAndAgain(Tally tally, Runnable call) {
		try {
			while (!this.threads.isShutdown()) {
				tally.record(call);
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

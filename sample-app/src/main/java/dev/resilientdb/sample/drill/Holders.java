package dev.resilientdb.sample.drill;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that hold connections for a while.
 */
final class Holders {

	private static final Logger logger = LoggerFactory.getLogger(Holders.class);

	private final ExecutorService threads;

	private Holders(ExecutorService threads) {
		this.threads = threads;
	}

	static Holders start(int count, Holding holding) {
		Holders holders = new Holders(Executors.newFixedThreadPool(count));
		for (int i = 0; i < count; i++) {
			holders.threads.execute(() -> hold(holding));
		}
		return holders;
	}

	/**
	 * Returns when all have let go. Nobody is interrupted: H2 closes a database whose
	 * reader is.
	 */
	void await() {
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(60, TimeUnit.SECONDS)) {
				logger.warn("Holders of the drill hang");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void hold(Holding holding) {
		try {
			holding.hold();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.debug("A holder of the drill broke off", ex);
		}
	}

	interface Holding {

		void hold() throws InterruptedException;

	}

}

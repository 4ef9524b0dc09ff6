package dev.resilientdb.test;

import java.util.concurrent.CompletableFuture;

/**
 * Two calls that meet. Each has a thread of its own: the common pool has only one on a
 * machine with two processors.
 */
public final class Partners {

	private Partners() {
	}

	/**
	 * Starts a call.
	 */
	public static CompletableFuture<Void> start(Runnable call) {
		return CompletableFuture.runAsync(call, (task) -> new Thread(task, "partner").start());
	}

}

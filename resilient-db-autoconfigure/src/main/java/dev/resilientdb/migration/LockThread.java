package dev.resilientdb.migration;

/**
 * A thread for what may wait for the server or for a lock there, so that nobody else
 * does.
 */
final class LockThread {

	private LockThread() {
	}

	static Thread of(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-migration-lock");
		thread.setDaemon(true);
		return thread;
	}

}

package dev.resilientdb.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a connection of a pool.
 *
 * @param transaction name of the transaction that took it, null when it was taken without
 * one
 * @param site where it was taken without a transaction, null when that was not looked for
 * @param thread name of the thread that took it
 * @param since when
 * @param state what is done with it
 * @param activity what the thread does meanwhile: the application's method it is in, or
 * what it asks for another connection for; null when that was not looked for
 */
public record Holder(@Nullable String transaction, @Nullable String site, String thread, Instant since, State state,
		@Nullable String activity) {

	String name() {
		String name = (this.transaction != null) ? this.transaction : this.site;
		return (name != null) ? name : NestedAcquisitions.SOMEWHERE;
	}

	/**
	 * What is done with a connection.
	 */
	public enum State {

		/**
		 * It is held; nobody looked closer.
		 */
		HELD,

		/**
		 * The driver works for the thread.
		 */
		IN_DATABASE,

		/**
		 * The thread has not used it for some time, in an open transaction.
		 */
		IDLE,

		/**
		 * The thread waits for another connection of the same pool.
		 */
		WAITING,

		/**
		 * The method that took it is gone without giving it back.
		 */
		LEAKED

	}

}

package dev.resilientdb.circuit;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;

/**
 * Why a circuit is open.
 *
 * @param name what operators read
 * @param gravity what it means for the database
 */
record Reason(String name, Gravity gravity) {

	/**
	 * Connections came, but too late.
	 */
	static final Reason SLOW = new Reason("SLOW_ACQUISITION", Gravity.SCARCE);

	/**
	 * A question to the database has got no answer.
	 */
	static final Reason SILENT = new Reason("NO_ANSWER", Gravity.GONE);

	/**
	 * What a failure to get a connection says.
	 * @return null when it says nothing about whether the database is there
	 */
	static @Nullable Reason of(FailureKind kind) {
		Gravity gravity = switch (kind) {
			case CONNECTION_LOST, CONNECTION_REFUSED, SERVER_STARTING, SERVER_SHUTDOWN, FAILED_OVER, AUTHENTICATION,
					IO_ERROR ->
				Gravity.GONE;
			case TOO_MANY_CONNECTIONS, POOL_EXHAUSTED, OUT_OF_MEMORY, THROTTLED, DISK_FULL -> Gravity.SCARCE;
			default -> null;
		};
		return (gravity != null) ? new Reason(kind.name(), gravity) : null;
	}

	/**
	 * What it says that the probe got no connection.
	 * @param kind null when the database said nothing
	 */
	static Reason ofProbe(@Nullable FailureKind kind) {
		return (kind != null) ? new Reason(kind.name(), Gravity.GONE) : SILENT;
	}

	/**
	 * Whether the pool had nothing left, which is over when it has.
	 */
	boolean isOfPool() {
		return equals(SLOW) || this.name.equals(FailureKind.POOL_EXHAUSTED.name());
	}

	/**
	 * What a circuit that is open for a reason says of the database.
	 */
	Availability availability() {
		return (this.gravity == Gravity.GONE) ? Availability.DOWN : Availability.DEGRADED;
	}

	/**
	 * What has become of the database.
	 */
	enum Gravity {

		/**
		 * It serves, but has nothing left for further callers.
		 */
		SCARCE,

		/**
		 * It serves nobody.
		 */
		GONE

	}

}

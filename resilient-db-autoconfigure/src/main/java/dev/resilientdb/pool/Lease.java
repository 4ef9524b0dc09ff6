package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A connection from its acquisition to its return. Nobody tells of the return: the
 * logical connection, which is used once, says that it is closed.
 */
final class Lease {

	private final Connection connection;

	private final LeaseStack stack;

	// Shortened by any thread: what is over stays over
	private @Nullable Lease outer;

	private final @Nullable LeaseOrigin origin;

	private final long since;

	private volatile boolean leaked;

	Lease(Connection connection, LeaseStack stack, @Nullable Lease outer, @Nullable LeaseOrigin origin, long since) {
		this.connection = connection;
		this.stack = stack;
		this.outer = outer;
		this.origin = origin;
		this.since = since;
	}

	// HikariCP compares a field
	boolean isOver() {
		try {
			return this.connection.isClosed();
		}
		catch (SQLException ex) {
			return true;
		}
	}

	LeaseStack stack() {
		return this.stack;
	}

	/**
	 * What the thread held already when it took this one, and still holds: a thread that
	 * always takes the next one before it gives the last one back keeps no history.
	 */
	@Nullable Lease outer() {
		Lease held = this.outer;
		while (held != null && held.isOver()) {
			held = held.outer;
		}
		this.outer = held;
		return held;
	}

	@Nullable LeaseOrigin origin() {
		return this.origin;
	}

	boolean isOfActiveTransaction() {
		return this.origin instanceof TransactionFrame frame && frame.isActive();
	}

	/**
	 * By the nanosecond clock.
	 */
	long since() {
		return this.since;
	}

	boolean isLeaked() {
		return this.leaked;
	}

	void leak() {
		this.leaked = true;
	}

	/**
	 * The connection below the pool's.
	 */
	Connection physical() throws SQLException {
		return this.connection.unwrap(Connection.class);
	}

}

package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.TransactionExecution;

import dev.resilientdb.acquisition.AcquisitionInterceptor;
import dev.resilientdb.acquisition.ConnectionSource;

/**
 * Notes who takes connections of one pool, and who asks for one while holding another.
 * Whatever goes wrong with that, the connection is handed out.
 */
final class LeaseInterceptor implements AcquisitionInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(LeaseInterceptor.class);

	private final Leases leases;

	private final ApplicationCode code;

	LeaseInterceptor(Leases leases, ApplicationCode code) {
		this.leases = leases;
		this.code = code;
	}

	@Override
	public Connection acquire(ConnectionSource source) throws SQLException {
		LeaseStack stack = this.leases.stack();
		Lease held = stack.open();
		if (held != null) {
			return acquireNested(source, stack, held);
		}
		Connection connection = source.connect();
		note(connection, stack, null);
		return connection;
	}

	private Connection acquireNested(ConnectionSource source, LeaseStack stack, Lease held) throws SQLException {
		LeaseStack.Wish wish = this.leases.wish(stack, held);
		if (this.leases.nested().areCounted() && isStillUsed(held)) {
			this.leases.nested().add(held, wish);
		}
		Connection connection;
		stack.wish(wish);
		try {
			connection = source.connect();
		}
		finally {
			stack.wish(null);
		}
		note(connection, stack, wish);
		return connection;
	}

	// A connection that was leaked or handed to another thread is not held by this one
	private boolean isStillUsed(Lease held) {
		if (held.isOfActiveTransaction()) {
			return true;
		}
		LeaseOrigin origin = held.origin();
		if (origin == null || origin.outlivesMethod()) {
			return origin != null;
		}
		return origin instanceof CallSite site
				&& new ThreadTrace(Thread.currentThread().getStackTrace(), this.code).holds(site);
	}

	private void note(Connection connection, LeaseStack stack, LeaseStack.@Nullable Wish wish) {
		try {
			if (wish != null) {
				this.leases.noteNested(connection, stack, wish);
			}
			else {
				this.leases.note(connection, stack);
			}
		}
		catch (SQLException | RuntimeException | Error ex) {
			logger.debug("Acquisition cannot be noted", ex);
		}
	}

	@Override
	public void beforeBegin(TransactionExecution transaction) {
		this.leases.stack().begin(transaction);
	}

	@Override
	public void afterEnd(TransactionExecution transaction) {
		this.leases.stack().end(transaction);
	}

}

package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import com.zaxxer.hikari.pool.ProxyConnection;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the connections of one pool. Each thread notes what it takes; nothing is
 * noted when it gives something back. Safe for use by several threads.
 */
final class Leases {

	private final LeaseTable table = new LeaseTable();

	// Ends with its thread. What it holds is taken out by the sampler when it is over.
	private final ThreadLocal<LeaseStack> stacks = ThreadLocal.withInitial(LeaseStack::new);

	private final CallSites sites;

	private final NestedAcquisitions nested;

	private final LongAdder leaks = new LongAdder();

	private final LongSupplier nanoTime;

	Leases(CallSites sites, NestedAcquisitions nested, LongSupplier nanoTime) {
		this.sites = sites;
		this.nested = nested;
		this.nanoTime = nanoTime;
	}

	LeaseStack stack() {
		return this.stacks.get();
	}

	NestedAcquisitions nested() {
		return this.nested;
	}

	long now() {
		return this.nanoTime.getAsLong();
	}

	/**
	 * The connections that are held, leaked ones included.
	 */
	List<Lease> open() {
		return this.table.open();
	}

	/**
	 * Notes that the thread took a connection, if it is HikariCP's.
	 */
	void note(Connection connection, LeaseStack stack) throws SQLException {
		if (connection instanceof ProxyConnection) {
			long now = now();
			TransactionFrame transaction = stack.transaction();
			LeaseOrigin origin = (transaction != null) ? named(transaction, now) : site(now);
			add(connection, new Lease(connection, stack, null, origin, now));
		}
	}

	void noteNested(Connection connection, LeaseStack stack, LeaseStack.Wish wish) throws SQLException {
		if (connection instanceof ProxyConnection) {
			add(connection, new Lease(connection, stack, stack.open(), wish.origin(), now()));
		}
	}

	private void add(Connection connection, Lease lease) throws SQLException {
		lease.stack().push(lease);
		this.table.put(connection.unwrap(Connection.class), lease);
	}

	/**
	 * What the thread asks for while it holds a connection.
	 */
	LeaseStack.Wish wish(LeaseStack stack, Lease held) {
		TransactionFrame transaction = stack.transaction();
		int depth = 2;
		boolean served = held.origin() == transaction;
		for (Lease lease = held.outer(); lease != null; lease = lease.outer()) {
			depth += (lease.isOver() || lease.isLeaked()) ? 0 : 1;
			served |= lease.origin() == transaction;
		}
		LeaseOrigin origin = (transaction != null && !served) ? named(transaction, now()) : site(now());
		return new LeaseStack.Wish(origin, depth);
	}

	// Where nesting is forbidden every place must be known
	private @Nullable CallSite site(long now) {
		return this.nested.areForbidden() ? this.sites.find() : this.sites.sample(now);
	}

	private TransactionFrame named(TransactionFrame transaction, long now) {
		CallSite site = (transaction.name() == null) ? site(now) : null;
		if (site != null) {
			transaction.name(site.name());
		}
		return transaction;
	}

	/**
	 * Tells that a connection was leaked.
	 */
	void leak(Lease leaked) {
		leaked.leak();
		this.leaks.increment();
	}

	/**
	 * How many were ever leaked.
	 */
	long leaks() {
		return this.leaks.sum();
	}

}

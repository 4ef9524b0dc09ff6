package dev.resilientdb.test;

import java.util.EnumSet;
import java.util.Set;

/**
 * What goes wrong in a JDBC call. Each leaves the server in the state that it claims: see
 * {@link ProductFaults}.
 */
public enum Fault {

	/**
	 * Nothing does.
	 */
	NONE(EnumSet.allOf(FaultSite.class)),

	/**
	 * The server sacrifices the transaction.
	 */
	DEADLOCK(EnumSet.of(FaultSite.EXECUTE, FaultSite.NEXT, FaultSite.SAVEPOINT, FaultSite.COMMIT)),

	/**
	 * The transaction conflicts with another one.
	 */
	SERIALIZATION_FAILURE(EnumSet.of(FaultSite.EXECUTE, FaultSite.NEXT, FaultSite.COMMIT)),

	/**
	 * A lock was not free in time.
	 */
	LOCK_TIMEOUT(EnumSet.of(FaultSite.EXECUTE)),

	/**
	 * A row is there already.
	 */
	UNIQUE_VIOLATION(EnumSet.of(FaultSite.EXECUTE)),

	/**
	 * The connection breaks before the server hears of the call.
	 */
	LOST(EnumSet.complementOf(EnumSet.of(FaultSite.CONNECT))),

	/**
	 * The server does what the call says, then the connection breaks: the answer never
	 * arrives.
	 */
	ANSWER_LOST(EnumSet.of(FaultSite.EXECUTE, FaultSite.COMMIT, FaultSite.ROLLBACK, FaultSite.SAVEPOINT,
			FaultSite.ROLLBACK_TO_SAVEPOINT)),

	/**
	 * The call fails before it reaches the server; the connection and its transaction
	 * live on.
	 */
	NOT_SENT(EnumSet.of(FaultSite.ROLLBACK)),

	/**
	 * Nobody answers at the server's address.
	 */
	REFUSED(EnumSet.of(FaultSite.CONNECT));

	@SuppressWarnings("ImmutableEnumChecker") // never changed
	private final Set<FaultSite> sites;

	Fault(Set<FaultSite> sites) {
		this.sites = sites;
	}

	/**
	 * Whether this can happen there.
	 */
	public boolean strikesAt(FaultSite site) {
		return this.sites.contains(site);
	}

}

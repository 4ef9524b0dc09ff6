package dev.resilientdb.proof;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.test.Fault;

/**
 * What became of an order, as its caller sees it.
 *
 * @param deed what was to be done
 * @param order with what
 * @param thrown what it ended with, null for a result
 * @param strikes the faults that struck it: number of the JDBC call, site and fault
 * @param leftovers what it left bound to its thread
 */
record Answer(Deed deed, Order order, @Nullable Throwable thrown, List<String> strikes, List<String> leftovers) {

	Told told() {
		return Told.by(this.thrown);
	}

	/**
	 * Whether a rollback failed on a live connection: cleaning up that connection commits
	 * as much as was done by then, and the caller must have been told of the doubt.
	 */
	boolean mayBeTorn() {
		return told() == Told.UNKNOWN
				&& this.strikes.stream().anyMatch((strike) -> strike.endsWith(Fault.NOT_SENT.name()));
	}

	@Override
	public String toString() {
		return "%s %s, faults %s, told %s by %s".formatted(this.deed, this.order, this.strikes, told(), this.thrown);
	}

}

package dev.resilientdb.proof;

import java.util.List;

import org.jspecify.annotations.Nullable;

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

	@Override
	public String toString() {
		return "%s %s, faults %s, told %s by %s".formatted(this.deed, this.order, this.strikes, told(), this.thrown);
	}

}

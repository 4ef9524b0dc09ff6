package dev.resilientdb.sample.drill;

import java.sql.SQLException;

import dev.resilientdb.pool.PoolVerdict;

/**
 * Something that happens to a database or its pool and can be undone.
 */
interface Outage {

	/**
	 * The last part of the drill's path.
	 */
	String name();

	/**
	 * What happens, in a sentence.
	 */
	String story();

	/**
	 * What the library is expected to say.
	 */
	PoolVerdict expected();

	/**
	 * Lets it happen.
	 * @return what ends it
	 * @throws dev.resilientdb.sample.RefusedException when it cannot happen here
	 */
	Repair inflict() throws SQLException, InterruptedException;

	/**
	 * Ends an outage.
	 */
	@FunctionalInterface
	interface Repair {

		void mend() throws SQLException, InterruptedException;

	}

}

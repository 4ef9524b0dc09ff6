package dev.resilientdb.constraint;

import java.util.List;

/**
 * Knows which entity attributes columns belong to.
 */
@FunctionalInterface
interface EntityAttributes {

	/**
	 * The attributes of the columns in the same order.
	 * @return the attributes, empty unless all of them are known
	 */
	List<String> of(String table, List<String> columns);

	/**
	 * Whether the columns are the identifier of the table's entities.
	 */
	default boolean identify(String table, List<String> columns) {
		return false;
	}

}

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

}

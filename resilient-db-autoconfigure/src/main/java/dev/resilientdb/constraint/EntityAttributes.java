package dev.resilientdb.constraint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Knows which entity attributes columns belong to.
 */
@FunctionalInterface
interface EntityAttributes {

	/**
	 * The attributes of the columns in the same order.
	 * @param table null when not known: then all entities with such columns must agree
	 * @return the attributes, empty unless all of them are known
	 */
	List<String> of(@Nullable String table, List<String> columns);

	/**
	 * Whether the columns are the identifier of the table's entities.
	 */
	default boolean identify(String table, List<String> columns) {
		return false;
	}

	/**
	 * What the database would have reported of an attribute that was refused for being
	 * empty.
	 * @return null when that is not known to be the reason
	 */
	default @Nullable ReportedViolation missing(String entity, String attribute) {
		return null;
	}

}

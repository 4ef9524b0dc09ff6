package dev.resilientdb.constraint;

import java.util.List;

/**
 * What was read of a database's catalogue.
 *
 * @param current constraints of the connection's current schema
 * @param others constraints of further schemas
 * @param extent what was read, and thereby what is known not to exist
 */
public record CatalogListing(List<CatalogConstraint> current, List<CatalogConstraint> others, Extent extent) {

	public CatalogListing {
		current = List.copyOf(current);
		others = List.copyOf(others);
	}

	/**
	 * How much of the catalogue was read.
	 */
	public enum Extent {

		/**
		 * All that the login sees.
		 */
		ALL_SCHEMAS,

		/**
		 * All of the current schema, others not or not all.
		 */
		CURRENT_SCHEMA,

		/**
		 * The limit was reached. Tables that are listed are so with all their
		 * constraints.
		 */
		CUT

	}

}

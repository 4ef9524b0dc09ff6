package dev.resilientdb.migration;

/**
 * Something half done that a migration left in a schema.
 *
 * @param kind what it is: an invalid index or a constraint that was not validated
 * @param table the table with its schema
 * @param name the index or constraint
 * @param way what the remedy does
 * @param remedy statements that finish it
 */
public record SchemaLeftover(AnomalyKind kind, String table, String name, Way way, String remedy) {

	/**
	 * How a leftover is finished.
	 */
	public enum Way {

		/**
		 * It stands beside what it was to replace, and is dropped.
		 */
		DROP,

		/**
		 * It is dropped and built again.
		 */
		REBUILD,

		/**
		 * The same, but rows may stand in the way.
		 */
		REBUILD_UNIQUE,

		/**
		 * It is validated.
		 */
		VALIDATE

	}

}

package dev.resilientdb.migration;

/**
 * What a login may do to a schema.
 */
public enum SchemaRights {

	/**
	 * Nobody knows.
	 */
	UNKNOWN,

	/**
	 * It may read and write rows.
	 */
	ROWS,

	/**
	 * It may create and change tables.
	 */
	TABLES,

	/**
	 * It may do everything on the whole server.
	 */
	SERVER

}

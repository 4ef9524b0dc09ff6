package dev.resilientdb.migration;

/**
 * What is in the schemas of a Flyway, as Flyway itself sees it: tables, views, functions,
 * types and all else that it would clean.
 */
enum SchemaContent {

	EMPTY, OBJECTS, UNKNOWN

}

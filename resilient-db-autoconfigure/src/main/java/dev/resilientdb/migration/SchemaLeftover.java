package dev.resilientdb.migration;

/**
 * Something half done that a migration left in a schema.
 *
 * @param kind what it is: an invalid index or a constraint that was not validated
 * @param table the table with its schema
 * @param name the index or constraint
 * @param remedy statements that finish it
 */
public record SchemaLeftover(AnomalyKind kind, String table, String name, String remedy) {
}

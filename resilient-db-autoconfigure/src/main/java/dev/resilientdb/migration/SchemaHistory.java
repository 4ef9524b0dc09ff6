package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * Where one Flyway keeps its history.
 *
 * @param flyway bean name of the Flyway
 * @param dataSource bean name of its data source, that of the Flyway when the data source
 * is no bean
 * @param schema the schema of the history table, null for the connection's own
 * @param table the history table
 */
public record SchemaHistory(String flyway, String dataSource, @Nullable String schema, String table) {

	/**
	 * The table with its schema.
	 */
	public String qualifiedTable() {
		return (this.schema != null) ? this.schema + "." + this.table : this.table;
	}

	/**
	 * With the schema in which it is, so that statements find it from any other one.
	 * @param own the connection's, null where there are none
	 */
	SchemaHistory resolved(@Nullable String own) {
		return (this.schema != null) ? this : new SchemaHistory(this.flyway, this.dataSource, own, this.table);
	}

	/**
	 * Another table in the same schema.
	 */
	SchemaHistory beside(String other) {
		return new SchemaHistory(this.flyway, this.dataSource, this.schema, other);
	}

	/**
	 * The table with its schema, for statements.
	 * @param quote what the product puts around names, blank when nothing
	 */
	String quoted(String quote) {
		String name = quoted(this.table, quote.strip());
		return (this.schema != null) ? quoted(this.schema, quote.strip()) + "." + name : name;
	}

	// The names of others' tables are read from the catalogue
	private static String quoted(String name, String quote) {
		return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
	}

}

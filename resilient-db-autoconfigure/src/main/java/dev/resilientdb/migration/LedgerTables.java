package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The names of the guard's own tables, in the schema of a history.
 *
 * @param runs one row for each run of a migration
 * @param states what is remembered of each history
 * @param quote what the product puts around names
 */
record LedgerTables(SchemaHistory runs, SchemaHistory states, String quote) {

	static final String STATE = "_state";

	static LedgerTables of(Connection connection, SchemaHistory history, String table) throws SQLException {
		String quote = connection.getMetaData().getIdentifierQuoteString().strip();
		SchemaHistory place = history.resolved(Servers.schema(connection));
		return new LedgerTables(place.beside(table), place.beside(table + STATE), quote);
	}

	/**
	 * Replaces the names of tables in a statement.
	 */
	String in(String sql) {
		return sql.replace("{runs}", quoted(this.runs)).replace("{states}", quoted(this.states));
	}

	String quoted(SchemaHistory table) {
		return table.quoted(this.quote);
	}

}

package dev.resilientdb.dialect;

/**
 * Where <a href="https://www.h2database.com/html/systemtables.html">H2</a> tells the
 * sizes and columns of tables.
 */
final class H2Tables {

	static final TableQuery QUERY = new TableQuery("""
			select table_schema, table_name, table_schema = schema(), row_count_estimate
			from information_schema.tables
			where table_type = 'BASE TABLE' and table_schema <> 'INFORMATION_SCHEMA'""", """
			select table_schema, table_name, table_schema = schema(), column_name,
			    data_type || coalesce('(' || character_maximum_length || ')', '')
			from information_schema.columns where table_schema <> 'INFORMATION_SCHEMA'""", "");

	private H2Tables() {
	}

}

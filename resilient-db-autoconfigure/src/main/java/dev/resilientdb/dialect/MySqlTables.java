package dev.resilientdb.dialect;

/**
 * Where <a href=
 * "https://dev.mysql.com/doc/refman/8.4/en/information-schema-tables-table.html">MySQL</a>
 * and MariaDB tell the sizes and columns of tables. InnoDB's estimate may be zero for a
 * table that has rows.
 */
final class MySqlTables {

	private static final String SCHEMAS = "('mysql', 'sys', 'information_schema', 'performance_schema')";

	static final TableQuery QUERY = new TableQuery("""
			select table_schema, table_name, table_schema = database(), greatest(table_rows, 1)
			from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in %s"""
		.formatted(SCHEMAS), """
				select table_schema, table_name, table_schema = database(), column_name, column_type
				from information_schema.columns where table_schema not in %s""".formatted(SCHEMAS), "", """
				select table_schema, table_name, table_schema = database()
				from information_schema.tables where table_schema not in %s
				union
				select table_schema, index_name, table_schema = database()
				from information_schema.statistics where table_schema not in %s""".formatted(SCHEMAS, SCHEMAS));

	private MySqlTables() {
	}

}

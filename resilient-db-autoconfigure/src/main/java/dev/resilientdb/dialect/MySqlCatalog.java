package dev.resilientdb.dialect;

/**
 * Where MySQL and MariaDB list constraints: their information schemas differ in the
 * checks alone.
 */
final class MySqlCatalog {

	private static final String KEYS = """
			select con.constraint_type, con.constraint_name, null, con.table_name, col.column_name, null,
			    col.ordinal_position
			from information_schema.table_constraints con
			left join information_schema.key_column_usage col on col.constraint_schema = con.constraint_schema
			    and col.constraint_name = con.constraint_name and col.table_name = con.table_name
			where con.table_schema = database() and con.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
			union all
			""";

	private static final String ORDER = " order by 4, 2, 7";

	static final CatalogQuery MARIADB = query("""
			select 'CHECK', chk.constraint_name, null, chk.table_name, null, chk.check_clause, 1
			from information_schema.check_constraints chk
			where chk.constraint_schema = database()""");

	static final CatalogQuery MYSQL = query("""
			select 'CHECK', chk.constraint_name, null, con.table_name, null, chk.check_clause, 1
			from information_schema.check_constraints chk
			join information_schema.table_constraints con on con.constraint_schema = chk.constraint_schema
			    and con.constraint_name = chk.constraint_name and con.constraint_type = 'CHECK'
			where chk.constraint_schema = database()""");

	private MySqlCatalog() {
	}

	private static CatalogQuery query(String checks) {
		return new CatalogQuery(KEYS + checks + ORDER, (expression) -> CatalogQuery.quotedNames(expression, '`', '`'));
	}

}

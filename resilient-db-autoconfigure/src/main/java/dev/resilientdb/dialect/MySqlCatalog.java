package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where MySQL and MariaDB list constraints: their information schemas differ in the
 * checks alone.
 */
final class MySqlCatalog {

	private static final String KEYS = """
			select con.constraint_type, con.constraint_name, null, con.table_schema, con.table_name, col.column_name, null,
			    col.ordinal_position
			from information_schema.table_constraints con
			left join information_schema.key_column_usage col on col.constraint_schema = con.constraint_schema
			    and col.constraint_name = con.constraint_name and col.table_name = con.table_name
			where con.table_schema {schemas} and con.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
			union all
			""";

	private static final String ORDER = " order by 4, 5, 2, 8";

	// The session may have no database
	private static final String OTHERS = "not in (coalesce(database(), ''), 'mysql', 'sys', 'information_schema',"
			+ " 'performance_schema')";

	static final CatalogQuery MARIADB = query("""
			select 'CHECK', chk.constraint_name, null, chk.constraint_schema, chk.table_name, null, chk.check_clause, 1
			from information_schema.check_constraints chk
			where chk.constraint_schema {schemas}""");

	static final CatalogQuery MYSQL = query("""
			select 'CHECK', chk.constraint_name, null, chk.constraint_schema, con.table_name, null, chk.check_clause, 1
			from information_schema.check_constraints chk
			join information_schema.table_constraints con on con.constraint_schema = chk.constraint_schema
			    and con.constraint_name = chk.constraint_name and con.constraint_type = 'CHECK'
			where chk.constraint_schema {schemas}""");

	private MySqlCatalog() {
	}

	private static CatalogQuery query(String checks) {
		return new CatalogQuery(KEYS + checks + ORDER, List.of("= database()", OTHERS), Extent.ALL_SCHEMAS,
				(expression) -> CatalogQuery.quotedNames(expression, '`', '`'));
	}

}

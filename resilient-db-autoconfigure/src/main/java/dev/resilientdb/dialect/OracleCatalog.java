package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where <a href=
 * "https://docs.oracle.com/en/database/oracle/oracle-database/23/refrn/ALL_CONSTRAINTS.html">Oracle</a>
 * lists constraints. NOT NULL is a check with a generated name there. Its messages name
 * the schema, so that the current one is enough.
 */
final class OracleCatalog {

	static final CatalogQuery CONSTRAINTS = new CatalogQuery(
			"""
					select case con.constraint_type when 'P' then 'PRIMARY KEY' when 'U' then 'UNIQUE' when 'R' then 'FOREIGN KEY'
					    else 'CHECK' end, con.constraint_name, con.index_name, con.owner, con.table_name, col.column_name, null, col.position
					from all_constraints con
					join all_cons_columns col on col.owner = con.owner and col.constraint_name = con.constraint_name
					where con.owner {schemas}
					    and (con.constraint_type in ('P', 'U', 'R') or (con.constraint_type = 'C' and con.generated = 'USER NAME'))
					order by 4, 5, 2, 8""",
			List.of("= sys_context('USERENV', 'CURRENT_SCHEMA')"), Extent.CURRENT_SCHEMA, (expression) -> List.of());

	private OracleCatalog() {
	}

}

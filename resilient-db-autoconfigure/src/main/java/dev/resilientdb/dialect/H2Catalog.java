package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where H2 2 lists constraints, and unique indexes that belong to none.
 */
final class H2Catalog {

	static final CatalogQuery CONSTRAINTS = new CatalogQuery(
			"""
					select con.constraint_type, con.constraint_name, con.index_name, con.table_schema, con.table_name, col.column_name, null,
					    col.ordinal_position
					from information_schema.table_constraints con
					left join information_schema.key_column_usage col on col.constraint_schema = con.constraint_schema
					    and col.constraint_name = con.constraint_name
					where con.table_schema {schemas} and con.constraint_type <> 'CHECK'
					union all
					select 'CHECK', con.constraint_name, null, con.table_schema, con.table_name, col.column_name, null, 1
					from information_schema.table_constraints con
					left join information_schema.constraint_column_usage col on col.constraint_schema = con.constraint_schema
					    and col.constraint_name = con.constraint_name
					where con.table_schema {schemas} and con.constraint_type = 'CHECK'
					union all
					select 'UNIQUE', ind.index_name, null, ind.table_schema, ind.table_name, col.column_name, null, col.ordinal_position
					from information_schema.indexes ind
					join information_schema.index_columns col on col.index_schema = ind.index_schema
					    and col.index_name = ind.index_name
					where ind.table_schema {schemas} and ind.index_type_name = 'UNIQUE INDEX' and not ind.is_generated
					order by 4, 5, 2, 8""",
			List.of("= current_schema", "<> current_schema"), Extent.ALL_SCHEMAS, (expression) -> List.of());

	private H2Catalog() {
	}

}

package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where <a href=
 * "https://learn.microsoft.com/sql/relational-databases/system-catalog-views/object-catalog-views-transact-sql">SQL
 * Server</a> lists unique indexes, which are those of its constraints too, foreign keys
 * and checks.
 */
final class SqlServerCatalog {

	static final CatalogQuery CONSTRAINTS = new CatalogQuery(
			"""
					select case ind.is_primary_key when 1 then 'PRIMARY KEY' else 'UNIQUE' end, ind.name, null, schema_name(tab.schema_id), tab.name,
					    col.name, null, key_col.key_ordinal
					from sys.indexes ind
					join sys.tables tab on tab.object_id = ind.object_id
					join sys.index_columns key_col on key_col.object_id = ind.object_id and key_col.index_id = ind.index_id
					    and key_col.key_ordinal > 0
					join sys.columns col on col.object_id = ind.object_id and col.column_id = key_col.column_id
					where ind.is_unique = 1 and tab.schema_id {schemas} and tab.is_ms_shipped = 0
					union all
					select 'FOREIGN KEY', con.name, null, schema_name(tab.schema_id), tab.name, col.name, null, key_col.constraint_column_id
					from sys.foreign_keys con
					join sys.tables tab on tab.object_id = con.parent_object_id
					join sys.foreign_key_columns key_col on key_col.constraint_object_id = con.object_id
					join sys.columns col on col.object_id = tab.object_id and col.column_id = key_col.parent_column_id
					where tab.schema_id {schemas} and tab.is_ms_shipped = 0
					union all
					select 'CHECK', con.name, null, schema_name(tab.schema_id), tab.name, null, con.definition, 1
					from sys.check_constraints con
					join sys.tables tab on tab.object_id = con.parent_object_id
					where tab.schema_id {schemas} and tab.is_ms_shipped = 0
					order by 4, 5, 2, 8""",
			List.of("= schema_id()", "<> schema_id()"), Extent.ALL_SCHEMAS,
			(expression) -> CatalogQuery.quotedNames(expression, '[', ']'));

	private SqlServerCatalog() {
	}

}

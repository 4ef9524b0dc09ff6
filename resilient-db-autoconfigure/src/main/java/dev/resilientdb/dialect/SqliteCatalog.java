package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where SQLite lists unique indexes. It lists neither checks nor the names of other
 * constraints: they stand in the text of CREATE TABLE alone.
 */
final class SqliteCatalog {

	static final CatalogQuery CONSTRAINTS = new CatalogQuery(
			"""
					select case ind.origin when 'pk' then 'PRIMARY KEY' else 'UNIQUE' end, ind.name, null, null, tab.name, col.name,
					    null, col.seqno
					from sqlite_master tab
					join pragma_index_list(tab.name) ind
					join pragma_index_info(ind.name) col
					where tab.type = 'table' and ind."unique" = 1
					order by 4, 5, 2, 8""",
			List.of(""), Extent.ALL_SCHEMAS, (expression) -> List.of());

	private SqliteCatalog() {
	}

}

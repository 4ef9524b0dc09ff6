package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * Where <a href="https://www.postgresql.org/docs/current/catalogs.html">PostgreSQL</a>
 * lists constraints, and unique indexes that belong to none.
 */
final class PostgresCatalog {

	static final CatalogQuery CONSTRAINTS = new CatalogQuery(
			"""
					select case con.contype when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' when 'f' then 'FOREIGN KEY'
					    when 'c' then 'CHECK' else 'EXCLUDE' end, con.conname, null, nsp.nspname, rel.relname, att.attname, null,
					    key.position
					from pg_constraint con
					join pg_class rel on rel.oid = con.conrelid
					join pg_namespace nsp on nsp.oid = rel.relnamespace
					left join lateral unnest(con.conkey) with ordinality key (number, position) on true
					left join pg_attribute att on att.attrelid = con.conrelid and att.attnum = key.number
					where nsp.nspname {schemas} and left(nsp.nspname, 3) <> 'pg_'
					    and nsp.nspname not in ('information_schema', 'crdb_internal') and con.contype in ('p', 'u', 'f', 'c', 'x')
					union all
					select 'UNIQUE', idx.relname, null, nsp.nspname, rel.relname, att.attname,
					    pg_get_indexdef(ind.indexrelid, key.position::int, true), key.position
					from pg_index ind
					join pg_class idx on idx.oid = ind.indexrelid
					join pg_class rel on rel.oid = ind.indrelid
					join pg_namespace nsp on nsp.oid = rel.relnamespace
					left join lateral unnest(ind.indkey::int2[]) with ordinality key (number, position)
					    on key.position <= ind.indnkeyatts
					left join pg_attribute att on att.attrelid = ind.indrelid and att.attnum = key.number and key.number > 0
					where nsp.nspname {schemas} and left(nsp.nspname, 3) <> 'pg_'
					    and nsp.nspname not in ('information_schema', 'crdb_internal') and ind.indisunique
					    and not exists (select 1 from pg_constraint con where con.conindid = ind.indexrelid)
					order by 4, 5, 2, 8""",
			List.of("= any (current_schemas(false))", "<> all (current_schemas(false))"), Extent.ALL_SCHEMAS,
			PostgresConstraints::expressionColumns);

	private PostgresCatalog() {
	}

}

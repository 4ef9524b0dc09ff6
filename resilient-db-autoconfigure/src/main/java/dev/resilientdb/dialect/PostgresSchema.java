package dev.resilientdb.dialect;

/**
 * What a schema of PostgreSQL consists of, as
 * <a href= "https://www.postgresql.org/docs/current/catalogs.html">its catalogue</a>
 * tells: partitions and what belongs to extensions left out, because both come and go
 * without migrations.
 */
final class PostgresSchema {

	static final String QUERY = """
			with rel as (
			    select c.oid, c.relname, c.relkind
			    from pg_class c join pg_namespace n on n.oid = c.relnamespace
			    where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not c.relispartition
			        and not exists (select 1 from pg_depend d
			            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
			select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
			    else 'table' end, relname::text, '', '', '' from rel
			union all
			select 'column', r.relname, a.attname, v.aspect, v.value
			from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
			    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			    cross join lateral (values
			        ('type', format_type(a.atttypid, a.atttypmod)),
			        ('nullability', case when a.attnotnull then 'not null' else 'null' end),
			        ('default', coalesce(pg_get_expr(d.adbin, d.adrelid), a.attidentity::text))) v (aspect, value)
			where r.relkind in ('r', 'p', 'f')
			union all
			select 'index', r.relname, x.relname, 'definition', pg_get_indexdef(x.oid)
			from rel r join pg_index i on i.indrelid = r.oid and i.indisvalid join pg_class x on x.oid = i.indexrelid
			where not exists (select 1 from pg_constraint k where k.conindid = x.oid and k.contype in ('p', 'u', 'x'))
			union all
			select 'constraint', r.relname, k.conname, 'definition', replace(pg_get_constraintdef(k.oid), ' NOT VALID', '')
			from rel r join pg_constraint k on k.conrelid = r.oid
			where k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
			union all
			select case relkind when 'v' then 'view' else 'materialized view' end, relname, '', 'definition',
			    pg_get_viewdef(oid)
			from rel where relkind in ('v', 'm')""";

	private PostgresSchema() {
	}

}

package dev.resilientdb.dialect;

/**
 * Where
 * <a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">PostgreSQL</a>
 * tells the sizes and columns of tables. A table that was never analysed has no estimate,
 * a file without a page has no row.
 */
final class PostgresTables {

	private static final String TABLES = """
			pg_class c join pg_namespace n on n.oid = c.relnamespace
			    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'""";

	private static final String PLACE = "n.nspname, c.relname, n.nspname = any(current_schemas(false))";

	// An index has as many rows as its table
	static final TableQuery QUERY = new TableQuery(
			"""
					select %s, case when coalesce(t.relkind, c.relkind) = 'r' and pg_relation_size(coalesce(t.oid, c.oid)) = 0 then 0
					    when coalesce(t.reltuples, c.reltuples) > 0 then coalesce(t.reltuples, c.reltuples)::bigint end
					from %s left join pg_index i on i.indexrelid = c.oid left join pg_class t on t.oid = i.indrelid
					where c.relkind in ('r', 'p', 'm', 'i')"""
				.formatted(PLACE, TABLES),
			"""
					select %s, a.attname, format_type(a.atttypid, a.atttypmod)
					from %s join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
					where c.relkind in ('r', 'p')""".formatted(PLACE, TABLES), """
					select %s, a.attname
					from %s join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and k.convalidated
					    and array_length(k.conkey, 1) = 1
					join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
					where pg_get_constraintdef(k.oid) ~* '^CHECK \\(\\(\\S+ IS NOT NULL\\)\\)'""".formatted(PLACE,
					TABLES),
			"select %s from %s".formatted(PLACE, TABLES));

	private PostgresTables() {
	}

}

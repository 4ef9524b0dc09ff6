package dev.resilientdb.dialect;

/**
 * What a schema of H2 consists of, as
 * <a href="https://www.h2database.com/html/systemtables.html">its information schema</a>
 * tells. Indexes of constraints have names of the server's own and are left out.
 */
final class H2Schema {

	static final String QUERY = """
			select case table_type when 'BASE TABLE' then 'table' else 'view' end, table_name, '', '', ''
			from information_schema.tables where table_schema = ?
			union all
			select 'column', table_name, column_name, 'type', data_type || '(' || coalesce(character_maximum_length,
			    numeric_precision, datetime_precision, 0) || ',' || coalesce(numeric_scale, 0) || ')'
			from information_schema.columns where table_schema = ?
			union all
			select 'column', table_name, column_name, 'nullability', case is_nullable when 'YES' then 'null'
			    else 'not null' end
			from information_schema.columns where table_schema = ?
			union all
			select 'column', table_name, column_name, 'default', coalesce(column_default, '') || ' ' || is_identity
			from information_schema.columns where table_schema = ?
			union all
			select 'index', i.table_name, i.index_name, 'definition', i.index_type_name || ' (' ||
			    (select listagg(c.column_name, ',') within group (order by c.ordinal_position)
			     from information_schema.index_columns c
			     where c.index_schema = i.index_schema and c.index_name = i.index_name) || ')'
			from information_schema.indexes i where i.table_schema = ? and not i.is_generated
			union all
			select 'constraint', t.table_name, t.constraint_name, 'definition', t.constraint_type || ' (' ||
			    coalesce((select listagg(k.column_name, ',') within group (order by k.ordinal_position)
			     from information_schema.key_column_usage k
			     where k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name), '') || ')'
			from information_schema.table_constraints t where t.table_schema = ?
			union all
			select 'view', table_name, '', 'definition', view_definition
			from information_schema.views where table_schema = ?""";

	private H2Schema() {
	}

}

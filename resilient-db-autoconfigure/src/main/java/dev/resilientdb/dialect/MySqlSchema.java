package dev.resilientdb.dialect;

/**
 * What a database of MySQL or MariaDB consists of, as
 * <a href= "https://dev.mysql.com/doc/refman/8.4/en/information-schema.html">its
 * information schema</a> tells.
 */
final class MySqlSchema {

	private static final String COMMON = """
			select 'table', table_name, '', '', '' from information_schema.tables
			where table_schema = ? and table_type = 'BASE TABLE'
			union all
			select 'column', table_name, column_name, 'type', column_type
			from information_schema.columns where table_schema = ?
			union all
			select 'column', table_name, column_name, 'nullability', if(is_nullable = 'YES', 'null', 'not null')
			from information_schema.columns where table_schema = ?
			union all
			select 'column', table_name, column_name, 'default', concat(coalesce(column_default, ''), ' ', extra)
			from information_schema.columns where table_schema = ?
			union all
			select 'index', table_name, index_name, 'definition', concat(if(non_unique, '', 'unique '), index_type, ' (',
			    group_concat(concat(coalesce(column_name, 'expression'), if(sub_part is null, '',
			        concat('(', sub_part, ')'))) order by seq_in_index), ')')
			from information_schema.statistics where table_schema = ?
			group by table_name, index_name, non_unique, index_type
			union all
			select 'constraint', table_name, constraint_name, 'definition', concat(
			    group_concat(column_name order by ordinal_position), ' references ', referenced_table_name, ' (',
			    group_concat(referenced_column_name order by ordinal_position), ')')
			from information_schema.key_column_usage
			where table_schema = ? and referenced_table_name is not null
			group by table_name, constraint_name, referenced_table_name
			union all
			select 'view', table_name, '', 'definition', view_definition
			from information_schema.views where table_schema = ?
			union all
			""";

	static final String MYSQL = COMMON + """
			select 'constraint', t.table_name, c.constraint_name, 'definition', c.check_clause
			from information_schema.check_constraints c join information_schema.table_constraints t
			    using (constraint_schema, constraint_name)
			where constraint_schema = ? and t.constraint_type = 'CHECK'""";

	static final String MARIADB = COMMON + """
			select 'constraint', table_name, constraint_name, 'definition', check_clause
			from information_schema.check_constraints where constraint_schema = ?""";

	private MySqlSchema() {
	}

}

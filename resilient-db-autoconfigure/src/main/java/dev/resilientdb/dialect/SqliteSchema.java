package dev.resilientdb.dialect;

/**
 * What a SQLite file consists of, as
 * <a href= "https://www.sqlite.org/pragma.html#pragfunc">its table-valued functions</a>
 * tell.
 */
final class SqliteSchema {

	static final String QUERY = """
			select type, name, '', '', '' from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'
			union all
			select 'column', m.name, p.name, 'type', p.type
			from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%'
			union all
			select 'column', m.name, p.name, 'nullability', iif(p."notnull", 'not null', 'null')
			from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%'
			union all
			select 'column', m.name, p.name, 'default', p.dflt_value
			from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%'
			union all
			select 'constraint', m.name, 'foreign key ' || f."from", 'definition', f."table" || '(' || f."to" || ')'
			from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
			union all
			select 'index', tbl_name, name, 'definition', sql from sqlite_master where type = 'index' and sql is not null
			union all
			select 'view', name, '', 'definition', sql from sqlite_master where type = 'view'""";

	private SqliteSchema() {
	}

}

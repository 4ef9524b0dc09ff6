package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

/**
 * Whether PostgreSQL computes a default once or for every row, told by the functions it
 * calls.
 */
enum DefaultValue {

	/**
	 * Once: it is the same for all rows.
	 */
	CONSTANT,

	/**
	 * For every row.
	 */
	VOLATILE,

	/**
	 * It calls functions of the application, which are volatile unless declared
	 * otherwise.
	 */
	UNKNOWN;

	private static final Set<String> VOLATILES = Set.of("random", "random_normal", "gen_random_uuid",
			"uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v4", "uuidv4", "uuidv7", "clock_timestamp",
			"timeofday", "nextval", "setval", "currval", "lastval", "gen_random_bytes", "gen_salt", "set_config");

	private static final Set<String> STABLES = Set.of("now", "transaction_timestamp", "statement_timestamp", "lower",
			"upper", "trim", "btrim", "ltrim", "rtrim", "length", "char_length", "abs", "round", "floor", "ceil",
			"ceiling", "trunc", "mod", "power", "sqrt", "sign", "greatest", "least", "coalesce", "nullif", "concat",
			"concat_ws", "replace", "substring", "substr", "left", "right", "lpad", "rpad", "repeat", "reverse", "md5",
			"sha256", "encode", "decode", "convert_to", "chr", "ascii", "to_char", "to_date", "to_timestamp",
			"to_number", "to_json", "to_jsonb", "to_tsvector", "date_trunc", "date_part", "extract", "age", "make_date",
			"make_time", "make_interval", "make_timestamp", "make_timestamptz", "timezone", "json_build_object",
			"jsonb_build_object", "json_build_array", "jsonb_build_array", "json_object", "jsonb_object", "array_fill",
			"array_append", "array_cat", "cardinality", "string_to_array", "current_setting", "current_database",
			"current_schema", "current_user", "current_timestamp", "current_time", "localtime", "localtimestamp",
			"current_date", "row", "cast", "array", "interval", "int4range", "int8range", "numrange", "tsrange",
			"tstzrange", "daterange", "point", "varchar", "char", "character", "numeric", "decimal", "timestamp",
			"timestamptz", "time", "bit", "varying", "st_geomfromtext", "st_makepoint", "st_setsrid", "format",
			"num_nulls", "version", "pg_catalog");

	static DefaultValue of(List<SqlToken> expression) {
		DefaultValue value = CONSTANT;
		for (int i = 0; i + 1 < expression.size(); i++) {
			SqlToken token = expression.get(i);
			if (token.isName() && expression.get(i + 1).isSign("(")) {
				String function = SqlName.folded(token.raw());
				if (VOLATILES.contains(function)) {
					return VOLATILE;
				}
				value = STABLES.contains(function) ? value : UNKNOWN;
			}
		}
		return value;
	}

	/**
	 * The default of a column as written.
	 */
	static String text(ColumnDefinition column) {
		return SqlWriting.of(column.defaultExpression());
	}

}

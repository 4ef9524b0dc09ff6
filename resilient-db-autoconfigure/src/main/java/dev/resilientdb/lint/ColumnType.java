package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Type of a column in one of its spellings.
 *
 * @param name shortest usual name, such as {@code varchar}
 * @param arguments length, precision and scale as written
 */
record ColumnType(String name, List<Integer> arguments) {

	private static final Map<String, String> SHORT_NAMES = Map.ofEntries(Map.entry("character varying", "varchar"),
			Map.entry("national character varying", "varchar"), Map.entry("nvarchar", "varchar"),
			Map.entry("character", "char"), Map.entry("bpchar", "char"), Map.entry("int", "integer"),
			Map.entry("int4", "integer"), Map.entry("int8", "bigint"), Map.entry("int2", "smallint"),
			Map.entry("bool", "boolean"), Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"),
			Map.entry("float8", "double precision"), Map.entry("float4", "real"),
			Map.entry("timestamp with time zone", "timestamptz"), Map.entry("timestamp without time zone", "timestamp"),
			Map.entry("time without time zone", "time"), Map.entry("time with time zone", "timetz"),
			Map.entry("bit varying", "varbit"), Map.entry("serial4", "serial"), Map.entry("serial8", "bigserial"),
			Map.entry("serial2", "smallserial"));

	private static final Set<String> TEXTS = Set.of("varchar", "text");

	private static final Set<String> LENGTHS = Set.of("varchar", "varbit", "timestamp", "timestamptz", "time", "timetz",
			"interval");

	private static final Set<String> SERIALS = Set.of("smallserial", "serial", "bigserial");

	// What can follow a type, and so ends it
	private static final Set<String> ENDS = Set.of("constraint", "not", "null", "default", "primary", "unique",
			"references", "check", "generated", "collate", "storage", "compression", "as", "auto_increment", "comment",
			"deferrable", "initially", "on", "first", "after", "key", "visible", "invisible", "using", "unsigned",
			"charset", "options", "identity", "enable", "invalid", "virtual", "stored");

	ColumnType {
		arguments = List.copyOf(arguments);
	}

	static ColumnType of(String text) {
		List<SqlToken> tokens = new ArrayList<>();
		SqlTokenizer tokenizer = new SqlTokenizer(text, SqlSyntax.POSTGRES);
		SqlToken token = tokenizer.next();
		while (token != null) {
			tokens.add(token);
			token = tokenizer.next();
		}
		return read(new TokenCursor(tokens));
	}

	/**
	 * Passes a type.
	 */
	static ColumnType read(TokenCursor cursor) {
		StringBuilder name = new StringBuilder();
		List<Integer> arguments = new ArrayList<>();
		while (!cursor.atEnd() && !cursor.peek().isAny(ENDS) && !cursor.peek().isSign(",")) {
			SqlToken token = cursor.peek();
			if (token.isSign("(")) {
				cursor.group().forEach((argument) -> addNumber(arguments, argument));
				continue;
			}
			boolean isSpaced = token.isName() && !name.isEmpty() && name.charAt(name.length() - 1) != '.';
			name.append(isSpaced ? " " : "").append(token.isName() ? SqlName.folded(token.raw()) : token.text());
			cursor.next();
		}
		String plain = name.toString();
		plain = plain.startsWith("pg_catalog.") ? plain.substring(11) : plain;
		return new ColumnType(SHORT_NAMES.getOrDefault(plain, plain), arguments);
	}

	boolean isSerial() {
		return SERIALS.contains(this.name);
	}

	/**
	 * Whether PostgreSQL changes a column of this type to the other one without reading
	 * its rows.
	 */
	boolean widensTo(ColumnType other) {
		if (TEXTS.contains(this.name) && TEXTS.contains(other.name)) {
			return other.arguments.isEmpty() || (!this.arguments.isEmpty() && isNotLonger(other));
		}
		if (!this.name.equals(other.name)) {
			return this.name.equals("cidr") && other.name.equals("inet");
		}
		if (this.name.equals("numeric")) {
			return other.arguments.isEmpty()
					|| (!this.arguments.isEmpty() && isNotLonger(other) && scale() == other.scale());
		}
		return this.arguments.equals(other.arguments)
				|| (LENGTHS.contains(this.name) && (other.arguments.isEmpty() || isNotLonger(other)));
	}

	private boolean isNotLonger(ColumnType other) {
		return !this.arguments.isEmpty() && this.arguments.get(0) <= other.arguments.get(0);
	}

	private int scale() {
		return (this.arguments.size() > 1) ? this.arguments.get(1) : 0;
	}

	private static void addNumber(List<Integer> numbers, SqlToken token) {
		if (token.kind() == SqlToken.Kind.NUMBER && token.text().length() < 9
				&& token.text().chars().allMatch(Character::isDigit)) {
			numbers.add(Integer.valueOf(token.text()));
		}
	}

	@Override
	public String toString() {
		return this.arguments.isEmpty() ? this.name
				: this.name + this.arguments.toString().replace('[', '(').replace(']', ')').replace(" ", "");
	}

}

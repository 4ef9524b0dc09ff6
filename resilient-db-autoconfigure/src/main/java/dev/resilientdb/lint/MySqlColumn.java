package dev.resilientdb.lint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A column as far as its storage matters.
 *
 * @param type name of its type
 * @param numbers length, precision and scale
 * @param members of an ENUM or SET
 * @param sign whether it has one
 * @param charset null when not said
 */
record MySqlColumn(String type, List<Integer> numbers, List<String> members, Sign sign, @Nullable String charset) {

	private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "integer", "bigint");

	private static final Map<String, String> SAME = Map.of("boolean", "tinyint", "character varying", "varchar",
			"double precision", "double", "real", "double");

	// A character takes up to four bytes, a length up to 255 is stored in one
	private static final Map<String, Integer> LONGEST_SHORT = Map.of("varchar", 63, "varbinary", 255);

	static MySqlColumn of(ColumnDefinition definition) {
		List<SqlToken> words = Stream.of(definition.typeTokens(), definition.options()).flatMap(List::stream).toList();
		ColumnType plain = ColumnType.read(new TokenCursor(withoutCharset(definition.typeTokens())));
		String bare = plain.name().replaceAll(" (signed|zerofill)", "");
		String name = SAME.getOrDefault(bare, bare);
		Sign sign = new TokenCursor(definition.options()).skipTo("unsigned") ? Sign.UNSIGNED : Sign.SIGNED;
		return new MySqlColumn(name, INTEGERS.contains(name) ? List.of() : plain.arguments(),
				members(definition.typeTokens()), sign, charset(words));
	}

	/**
	 * A column as the catalogue writes its type, such as {@code int(11) unsigned}.
	 */
	static @Nullable MySqlColumn of(String written) {
		List<SqlStatement> statements = StatementSplitter.split("c " + written, SqlSyntax.MYSQL);
		ColumnDefinition definition = statements.isEmpty() ? null : ColumnDefinition.read(statements.get(0).cursor());
		return (definition != null) ? of(definition) : null;
	}

	/**
	 * What it takes to make this column another one, null when nothing changes.
	 */
	@Nullable MySqlOperation changeTo(MySqlColumn other) {
		if (!this.type.equals(other.type) || this.sign != other.sign) {
			return MySqlOperation.CHANGE_TYPE;
		}
		if (!Objects.equals(this.charset, other.charset)) {
			// What is not said is the table's, which is not known
			boolean isKnown = this.charset != null && other.charset != null;
			return isKnown ? MySqlOperation.CHANGE_TYPE : MySqlOperation.REDEFINE;
		}
		if (this.type.equals("enum") || this.type.equals("set")) {
			return changeMembers(other);
		}
		if (this.numbers.equals(other.numbers)) {
			return null;
		}
		return isStretched(other) ? MySqlOperation.LENGTHEN : MySqlOperation.CHANGE_TYPE;
	}

	private @Nullable MySqlOperation changeMembers(MySqlColumn other) {
		if (this.members.equals(other.members)) {
			return null;
		}
		int size = this.members.size();
		boolean isAppended = other.members.size() > size && other.members.subList(0, size).equals(this.members);
		return (isAppended && storage() == other.storage()) ? MySqlOperation.APPEND_MEMBERS
				: MySqlOperation.CHANGE_MEMBERS;
	}

	// An ENUM takes one byte up to 255 members, a SET one for each eight
	private int storage() {
		int size = this.members.size();
		return this.type.equals("enum") ? (size > 255 ? 2 : 1) : Math.min((size + 7) / 8, 5);
	}

	private boolean isStretched(MySqlColumn other) {
		Integer longest = LONGEST_SHORT.get(this.type);
		if (longest == null || this.numbers.isEmpty() || other.numbers.isEmpty()) {
			return false;
		}
		int from = this.numbers.get(0);
		int to = other.numbers.get(0);
		return to >= from && (from > longest || to <= longest);
	}

	private static List<String> members(List<SqlToken> type) {
		TokenCursor cursor = new TokenCursor(type);
		cursor.next();
		return cursor.group()
			.stream()
			.filter((token) -> token.kind() == SqlToken.Kind.STRING)
			.map(SqlToken::text)
			.toList();
	}

	private static List<SqlToken> withoutCharset(List<SqlToken> type) {
		TokenCursor cursor = new TokenCursor(type);
		cursor.skipTo("character", "set");
		return type.subList(0, type.size() - cursor.rest().size());
	}

	private static @Nullable String charset(List<SqlToken> words) {
		TokenCursor cursor = new TokenCursor(words);
		if (cursor.skipTo("character", "set")) {
			return cursor.peek(2).text();
		}
		cursor = new TokenCursor(words);
		return cursor.skipTo("charset") ? cursor.peek(1).text() : null;
	}

	/**
	 * Whether a number can be negative.
	 */
	enum Sign {

		SIGNED, UNSIGNED

	}

}

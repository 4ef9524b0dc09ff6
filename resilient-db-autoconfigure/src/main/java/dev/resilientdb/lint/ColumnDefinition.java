package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A column as a statement defines it.
 *
 * @param name its name
 * @param type its type
 * @param typeTokens its type as written
 * @param options what follows the type
 * @param line where it stands
 */
record ColumnDefinition(SqlName name, ColumnType type, List<SqlToken> typeTokens, List<SqlToken> options, int line) {

	private static final Set<String> AFTER_DEFAULT = Set.of("constraint", "not", "null", "primary", "unique",
			"references", "check", "generated", "collate", "comment", "on", "first", "after");

	/**
	 * Passes a definition, null when none stands here.
	 */
	static @Nullable ColumnDefinition read(TokenCursor cursor) {
		int line = cursor.peek().line();
		SqlName name = cursor.name();
		if (name == null || cursor.atEnd()) {
			return null;
		}
		List<SqlToken> tokens = cursor.rest();
		ColumnType type = ColumnType.read(cursor);
		List<SqlToken> options = cursor.rest();
		return new ColumnDefinition(name, type, tokens.subList(0, tokens.size() - options.size()), options, line);
	}

	boolean has(String... keywords) {
		return new TokenCursor(this.options).skipTo(keywords);
	}

	boolean isNotNull() {
		return has("not", "null") || has("primary", "key");
	}

	boolean isIdentity() {
		return has("as", "identity") || has("auto_increment");
	}

	/**
	 * Whether its value is computed from others.
	 */
	boolean isGenerated() {
		return has("generated", "always", "as") && !isIdentity();
	}

	/**
	 * The expression of its default, empty without one.
	 */
	List<SqlToken> defaultExpression() {
		TokenCursor cursor = new TokenCursor(this.options);
		if (!cursor.skipTo("default")) {
			return List.of();
		}
		cursor.next();
		List<SqlToken> rest = cursor.rest();
		int end = 0;
		TokenCursor expression = new TokenCursor(rest);
		do {
			int before = expression.rest().size();
			expression.skipItem();
			end += before - expression.rest().size();
		}
		while (!expression.atEnd() && !expression.peek().isAny(AFTER_DEFAULT));
		return rest.subList(0, Math.min(end, rest.size()));
	}

	boolean hasDefault() {
		List<SqlToken> expression = defaultExpression();
		return !expression.isEmpty() && !expression.get(0).is("null");
	}

}

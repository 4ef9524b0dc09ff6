package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement of a script, its terminator left out.
 *
 * @param tokens its words and signs, never empty
 * @param comments comments in front of it, inside of it and behind it on the same line
 * @param obstacle why it could not be read to its end, null when it could
 */
record SqlStatement(List<SqlToken> tokens, List<SqlToken> comments, @Nullable String obstacle) {

	SqlStatement {
		tokens = List.copyOf(tokens);
		comments = List.copyOf(comments);
	}

	int line() {
		return this.tokens.get(0).line();
	}

	TokenCursor cursor() {
		return new TokenCursor(this.tokens);
	}

	boolean startsWith(String... keywords) {
		return cursor().isAt(keywords);
	}

}

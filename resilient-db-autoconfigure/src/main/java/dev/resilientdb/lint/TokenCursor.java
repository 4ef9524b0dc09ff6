package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a statement from left to right.
 */
final class TokenCursor {

	private final List<SqlToken> tokens;

	private int position;

	TokenCursor(List<SqlToken> tokens) {
		this.tokens = tokens;
	}

	SqlToken peek() {
		return peek(0);
	}

	SqlToken peek(int ahead) {
		int i = this.position + ahead;
		return (i >= 0 && i < this.tokens.size()) ? this.tokens.get(i) : SqlToken.END;
	}

	SqlToken next() {
		SqlToken token = peek();
		this.position++;
		return token;
	}

	boolean atEnd() {
		return this.position >= this.tokens.size();
	}

	boolean isAt(String... keywords) {
		for (int i = 0; i < keywords.length; i++) {
			if (!peek(i).is(keywords[i])) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Passes the keywords when all of them stand here.
	 */
	boolean take(String... keywords) {
		if (!isAt(keywords)) {
			return false;
		}
		this.position += keywords.length;
		return true;
	}

	boolean takeSign(String sign) {
		if (!peek().isSign(sign)) {
			return false;
		}
		this.position++;
		return true;
	}

	/**
	 * Passes a name, null when none stands here.
	 */
	@Nullable SqlName name() {
		if (!peek().isName()) {
			return null;
		}
		List<String> parts = new ArrayList<>();
		parts.add(next().raw());
		while (peek().isSign(".") && peek(1).isName()) {
			next();
			parts.add(next().raw());
		}
		return new SqlName(parts);
	}

	/**
	 * Passes what stands in parentheses here, parentheses left out; empty when none
	 * stands here.
	 */
	List<SqlToken> group() {
		if (!peek().isSign("(")) {
			return List.of();
		}
		int start = this.position + 1;
		skipItem();
		int end = Math.max(start, Math.min(this.position - 1, this.tokens.size()));
		return this.tokens.subList(start, end);
	}

	/**
	 * Passes one token, or a group with everything in it.
	 */
	void skipItem() {
		int depth = 0;
		do {
			depth += next().nesting();
		}
		while (depth > 0 && !atEnd());
	}

	/**
	 * The rest, which is not passed.
	 */
	List<SqlToken> rest() {
		return atEnd() ? List.of() : this.tokens.subList(this.position, this.tokens.size());
	}

	/**
	 * Passes everything up to one of the keywords outside of parentheses.
	 * @return whether it was found
	 */
	boolean skipTo(String... keywords) {
		while (!atEnd() && !isAt(keywords)) {
			skipItem();
		}
		return !atEnd();
	}

	/**
	 * Whether the keywords follow one another anywhere in the rest.
	 */
	boolean contains(String... keywords) {
		TokenCursor copy = new TokenCursor(rest());
		while (!copy.atEnd()) {
			if (copy.isAt(keywords)) {
				return true;
			}
			copy.next();
		}
		return false;
	}

	/**
	 * Splits tokens at the commas outside of parentheses.
	 */
	static List<List<SqlToken>> items(List<SqlToken> tokens) {
		List<List<SqlToken>> items = new ArrayList<>();
		TokenCursor cursor = new TokenCursor(tokens);
		int start = 0;
		while (!cursor.atEnd()) {
			if (cursor.peek().isSign(",")) {
				items.add(tokens.subList(start, cursor.position));
				start = cursor.position + 1;
			}
			cursor.skipItem();
		}
		if (start < tokens.size()) {
			items.add(tokens.subList(start, tokens.size()));
		}
		return items;
	}

}

package dev.resilientdb.lint;

import java.util.Locale;
import java.util.Set;

/**
 * A word or sign of a statement.
 *
 * @param kind what it is
 * @param text a word in lower case, the content of what is quoted, others as written
 * @param raw as written
 * @param line where it begins, from 1
 */
record SqlToken(Kind kind, String text, String raw, int line) {

	/**
	 * Behind the last one.
	 */
	static final SqlToken END = new SqlToken(Kind.SIGN, "", "", 0);

	static SqlToken word(String keyword, int line) {
		return new SqlToken(Kind.WORD, keyword, keyword.toUpperCase(Locale.ROOT), line);
	}

	boolean is(String keyword) {
		return this.kind == Kind.WORD && this.text.equals(keyword);
	}

	boolean isAny(Set<String> keywords) {
		return this.kind == Kind.WORD && keywords.contains(this.text);
	}

	boolean isSign(String sign) {
		return this.kind == Kind.SIGN && this.text.equals(sign);
	}

	/**
	 * 1 where something opens, -1 where it closes.
	 */
	int nesting() {
		boolean opens = isSign("(") || isSign("[");
		return opens ? 1 : (isSign(")") || isSign("]")) ? -1 : 0;
	}

	boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED;
	}

	/**
	 * What a token is.
	 */
	enum Kind {

		/**
		 * Keyword or plain name; may hold placeholders such as <code>${schema}</code>.
		 */
		WORD,

		QUOTED, STRING, NUMBER, SIGN,

		/**
		 * Ends a statement.
		 */
		TERMINATOR,

		/**
		 * A line for the client, such as {@code \set} or {@code DELIMITER}.
		 */
		CLIENT,

		/**
		 * A comment.
		 */
		COMMENT,

		/**
		 * A quote or comment without its end.
		 */
		UNTERMINATED

	}

}

package dev.resilientdb.lint;

import java.util.function.IntPredicate;

import dev.resilientdb.lint.SqlToken.Kind;

/**
 * A place in a text that only moves forward and knows its line. Offsets count from the
 * place.
 */
final class TextPosition {

	private final String text;

	private int offset;

	private int line = 1;

	TextPosition(String text) {
		this.text = text;
	}

	boolean atEnd() {
		return this.offset >= this.text.length();
	}

	int length() {
		return this.text.length() - this.offset;
	}

	/**
	 * The character there, 0 behind the end.
	 */
	char charAt(int ahead) {
		int i = this.offset + ahead;
		return (i >= 0 && i < this.text.length()) ? this.text.charAt(i) : 0;
	}

	boolean isAt(String expected) {
		return isAt(expected, 0);
	}

	boolean isAt(String expected, int ahead) {
		return this.text.startsWith(expected, this.offset + ahead);
	}

	boolean isAtWord(String expected) {
		return this.text.regionMatches(true, this.offset, expected, 0, expected.length());
	}

	/**
	 * Where something stands next, negative when nowhere.
	 */
	int find(String expected, int ahead) {
		int i = this.text.indexOf(expected, this.offset + ahead);
		return (i < 0) ? i : i - this.offset;
	}

	String ahead(int length) {
		return this.text.substring(this.offset, this.offset + length);
	}

	/**
	 * What follows on the same line.
	 */
	String line() {
		int end = this.text.indexOf('\n', this.offset);
		String rest = this.text.substring(Math.min(this.offset, this.text.length()),
				(end < 0) ? this.text.length() : end);
		return rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
	}

	void skip(int length) {
		int end = Math.min(this.offset + length, this.text.length());
		for (; this.offset < end; this.offset++) {
			this.line += (this.text.charAt(this.offset) == '\n') ? 1 : 0;
		}
	}

	void skipLine() {
		int end = find("\n", 0);
		skip((end < 0) ? length() : end + 1);
	}

	void skipSpace() {
		skipWhile((c) -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
	}

	void skipWhile(IntPredicate part) {
		while (!atEnd() && part.test(this.text.charAt(this.offset))) {
			skip(1);
		}
	}

	/**
	 * Passes a token whose content is all of it.
	 */
	SqlToken token(Kind kind, int length) {
		return token(kind, length, ahead(length));
	}

	/**
	 * Passes a token with the given content.
	 */
	SqlToken token(Kind kind, int length, String content) {
		SqlToken token = new SqlToken(kind, content, ahead(length), this.line);
		skip(length);
		return token;
	}

	/**
	 * Passes everything: what begins here has no end.
	 */
	SqlToken unterminated() {
		SqlToken token = new SqlToken(Kind.UNTERMINATED, ahead(1), ahead(1), this.line);
		skip(length());
		return token;
	}

}

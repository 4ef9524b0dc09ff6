package dev.resilientdb.lint;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.lint.SqlToken.Kind;

/**
 * Cuts a script into words, signs, quotes and comments, one after the other and without
 * looking back. What has no end is told as {@link Kind#UNTERMINATED}.
 */
final class SqlTokenizer {

	private static final String OPERATOR = "<>=!|&~@#%^?+-";

	private final SqlSyntax syntax;

	private final Quotes quotes;

	private final TextPosition at;

	private String delimiter = ";";

	// Nothing but comments since the last terminator
	private boolean fresh = true;

	private boolean inExecutableComment;

	SqlTokenizer(String text, SqlSyntax syntax) {
		this.syntax = syntax;
		this.at = new TextPosition(text);
		this.quotes = new Quotes(this.at, syntax);
	}

	/**
	 * The next token, null behind the last one.
	 */
	@Nullable SqlToken next() {
		skipInsignificant();
		if (this.at.atEnd()) {
			return null;
		}
		SqlToken token = read();
		if (token.kind() != Kind.COMMENT) {
			this.fresh = token.kind() == Kind.TERMINATOR || token.kind() == Kind.CLIENT;
		}
		return token;
	}

	/**
	 * Whether statements end with something that was declared for it.
	 */
	boolean hasOwnDelimiter() {
		return !this.delimiter.equals(";");
	}

	/**
	 * Passes the rows that follow {@code COPY … FROM STDIN;}.
	 */
	void skipRows() {
		this.at.skipLine();
		while (!this.at.atEnd() && !this.at.line().strip().equals("\\.")) {
			this.at.skipLine();
		}
		this.at.skipLine();
	}

	private void skipInsignificant() {
		this.at.skipSpace();
		while (this.syntax == SqlSyntax.MYSQL && skipExecutableMark()) {
			this.at.skipSpace();
		}
	}

	// What stands inside of /*! and */ is executed
	private boolean skipExecutableMark() {
		if (this.inExecutableComment && this.at.isAt("*/")) {
			this.at.skip(2);
			this.inExecutableComment = false;
			return true;
		}
		if (this.at.isAt("/*!") || this.at.isAt("/*M!")) {
			this.at.skip(this.at.isAt("/*!") ? 3 : 4);
			this.at.skipWhile(Character::isDigit);
			this.inExecutableComment = true;
			return true;
		}
		return false;
	}

	private SqlToken read() {
		if (this.at.isAt(this.delimiter)) {
			return this.at.token(Kind.TERMINATOR, this.delimiter.length());
		}
		SqlToken token = this.fresh ? clientLine() : null;
		token = (token != null) ? token : comment();
		token = (token != null) ? token : this.quotes.read();
		return (token != null) ? token : plain();
	}

	private int operatorLength() {
		int i = 0;
		while (OPERATOR.indexOf(this.at.charAt(i)) >= 0 && !this.at.isAt("--", i) && !this.at.isAt("/*", i)
				&& !this.at.isAt(this.delimiter, i)) {
			i++;
		}
		return Math.max(i, 1);
	}

	private @Nullable SqlToken clientLine() {
		boolean isPsql = this.syntax == SqlSyntax.POSTGRES && this.at.charAt(0) == '\\';
		boolean isMySql = this.syntax == SqlSyntax.MYSQL && this.at.isAtWord("delimiter ");
		String line = (isPsql || isMySql) ? this.at.line() : "";
		if (isPsql) {
			return this.at.token(Kind.CLIENT, line.length());
		}
		if (isMySql) {
			String declared = line.substring(10).strip();
			this.delimiter = declared.isEmpty() ? this.delimiter : declared;
			return this.at.token(Kind.CLIENT, line.length());
		}
		return null;
	}

	private @Nullable SqlToken comment() {
		if (this.at.isAt("/*")) {
			int length = blockCommentLength();
			return (length > 0) ? this.at.token(Kind.COMMENT, length) : this.at.unterminated();
		}
		boolean isDashed = this.at.isAt("--")
				&& (this.syntax != SqlSyntax.MYSQL || this.at.charAt(2) <= ' ' || this.at.length() == 2);
		if (isDashed || (this.syntax == SqlSyntax.MYSQL && this.at.isAt("#"))) {
			return this.at.token(Kind.COMMENT, this.at.line().length());
		}
		return null;
	}

	private int blockCommentLength() {
		int depth = 1;
		for (int i = 2; i < this.at.length() - 1; i++) {
			if (this.at.isAt("*/", i)) {
				depth--;
				i++;
			}
			else if (this.syntax.hasNestedComments() && this.at.isAt("/*", i)) {
				depth++;
				i++;
			}
			if (depth == 0) {
				return i + 1;
			}
		}
		return 0;
	}

	private SqlToken plain() {
		char first = this.at.charAt(0);
		if (Character.isDigit(first)) {
			return this.at.token(Kind.NUMBER, numberLength());
		}
		int length = wordLength();
		if (length == 0) {
			return this.at.token(Kind.SIGN, operatorLength());
		}
		SqlToken word = this.at.token(Kind.WORD, length);
		return new SqlToken(Kind.WORD, word.raw().toLowerCase(Locale.ROOT), word.raw(), word.line());
	}

	private int numberLength() {
		int i = 1;
		while (Character.isLetterOrDigit(this.at.charAt(i)) || this.at.charAt(i) == '_'
				|| (this.at.charAt(i) == '.' && Character.isDigit(this.at.charAt(i + 1)))) {
			i++;
		}
		return i;
	}

	private int wordLength() {
		int i = 0;
		while (true) {
			int placeholder = placeholderLength(i);
			char c = this.at.charAt(i);
			if (placeholder > 0) {
				i += placeholder;
			}
			else if (Character.isLetter(c) || c == '_' || Character.isSurrogate(c)
					|| (i > 0 && (Character.isDigit(c) || c == '$'))) {
				i++;
			}
			else {
				return i;
			}
			if (this.at.isAt(this.delimiter, i)) {
				return i;
			}
		}
	}

	// Flyway's ${name}
	private int placeholderLength(int start) {
		if (!this.at.isAt("${", start)) {
			return 0;
		}
		int i = start + 2;
		while (Character.isLetterOrDigit(this.at.charAt(i)) || "_.:-".indexOf(this.at.charAt(i)) >= 0) {
			i++;
		}
		return (this.at.charAt(i) == '}') ? i + 1 - start : 0;
	}

}

package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.lint.SqlToken.Kind;

/**
 * Reads what stands in quotes: strings, names and dollar quotes.
 */
final class Quotes {

	private static final int LONGEST_NAME = 130;

	private final TextPosition at;

	private final SqlSyntax syntax;

	Quotes(TextPosition at, SqlSyntax syntax) {
		this.at = at;
		this.syntax = syntax;
	}

	/**
	 * Passes a quote, null when none begins here.
	 */
	@Nullable SqlToken read() {
		char first = this.at.charAt(0);
		boolean isMySql = this.syntax == SqlSyntax.MYSQL;
		if (first == '\'') {
			return quoted(Kind.STRING, 1, isMySql);
		}
		if (first == '"') {
			return quoted(isMySql ? Kind.STRING : Kind.QUOTED, 1, isMySql);
		}
		if (first == '`' && this.syntax.hasBackticks()) {
			return quoted(Kind.QUOTED, 1, false);
		}
		if ((first == 'E' || first == 'e') && this.at.charAt(1) == '\'' && this.syntax == SqlSyntax.POSTGRES) {
			return quoted(Kind.STRING, 2, true);
		}
		if (first == '[' && this.syntax == SqlSyntax.STANDARD) {
			return bracketed();
		}
		return (first == '$' && this.syntax.hasDollarQuotes()) ? dollarQuoted() : null;
	}

	private SqlToken quoted(Kind kind, int opening, boolean hasBackslashes) {
		char quote = this.at.charAt(opening - 1);
		for (int i = opening; i < this.at.length(); i++) {
			char c = this.at.charAt(i);
			if (c == '\\' && hasBackslashes) {
				i++;
			}
			else if (c == quote && this.at.charAt(i + 1) == quote) {
				i++;
			}
			else if (c == quote) {
				return this.at.token(kind, i + 1, this.at.ahead(i).substring(opening));
			}
		}
		return this.at.unterminated();
	}

	// SQL Server's [name], but not the subscript of an array
	private @Nullable SqlToken bracketed() {
		int end = 1;
		while (end < LONGEST_NAME && this.at.charAt(end) != ']' && end < this.at.length()) {
			end++;
		}
		char first = this.at.charAt(1);
		if (end < 2 || this.at.charAt(end) != ']' || !(Character.isLetter(first) || first == '_')) {
			return null;
		}
		String name = this.at.ahead(end).substring(1);
		boolean isName = name.chars().noneMatch((c) -> c == '\'' || c == ',' || c == '(' || c == '\n');
		return isName ? this.at.token(Kind.QUOTED, end + 1, name) : null;
	}

	private @Nullable SqlToken dollarQuoted() {
		int i = 1;
		while (Character.isLetter(this.at.charAt(i)) || this.at.charAt(i) == '_'
				|| (i > 1 && Character.isDigit(this.at.charAt(i)))) {
			i++;
		}
		if (this.at.charAt(i) != '$') {
			return null;
		}
		String tag = this.at.ahead(i + 1);
		int end = this.at.find(tag, tag.length());
		if (end < 0) {
			return this.at.unterminated();
		}
		return this.at.token(Kind.STRING, end + tag.length(), this.at.ahead(end).substring(tag.length()));
	}

}

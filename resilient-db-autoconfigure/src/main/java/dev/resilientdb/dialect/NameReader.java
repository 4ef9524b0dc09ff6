package dev.resilientdb.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads names from left to right as a server writes them into its texts: bare, or in
 * quotes with inner quotes doubled, or as SQL's {@code U&"gr\00f6\00dfe"}. What is no
 * name leaves the position unchanged.
 */
final class NameReader {

	private final String text;

	private final char quote;

	private final String escapedMark;

	private int position;

	NameReader(String text, char quote) {
		this(text, quote, "");
	}

	private NameReader(String text, char quote, String escapedMark) {
		this.text = text;
		this.quote = quote;
		this.escapedMark = escapedMark;
	}

	/**
	 * For a product that writes names with Unicode escapes.
	 */
	static NameReader withUnicodeEscapes(String text) {
		return new NameReader(text, '"', "U&");
	}

	/**
	 * Reads one name.
	 * @return the name without quotes, or null when none begins here
	 */
	@Nullable String name() {
		boolean escaped = !this.escapedMark.isEmpty()
				&& this.text.startsWith(this.escapedMark + this.quote, this.position);
		int start = this.position + (escaped ? this.escapedMark.length() : 0);
		boolean quoted = start < this.text.length() && this.text.charAt(start) == this.quote;
		int end = quoted ? quotedEnd(start, this.quote) : bareEnd();
		if (end <= start) {
			return null;
		}
		String mark = String.valueOf(this.quote);
		String name = quoted ? this.text.substring(start + 1, end - 1).replace(mark + mark, mark)
				: this.text.substring(start, end);
		this.position = end;
		return escaped ? UnicodeEscapes.decode(name) : name;
	}

	/**
	 * Reads names that are separated by dots.
	 * @return the names, empty when none begins here
	 */
	List<String> path() {
		return names(".");
	}

	/**
	 * Reads names with the given separator between them.
	 */
	List<String> names(String separator) {
		List<String> names = new ArrayList<>();
		do {
			String name = name();
			if (name == null) {
				return List.of();
			}
			names.add(name);
		}
		while (accept(separator));
		return names;
	}

	/**
	 * Reads the last of the names that are separated by dots.
	 */
	@Nullable String lastOfPath() {
		return last(path(), 0);
	}

	/**
	 * A name of a path, counted from its end.
	 * @return the name, or null when the path has fewer
	 */
	static @Nullable String last(List<String> path, int before) {
		int index = path.size() - 1 - before;
		return (index >= 0) ? path.get(index) : null;
	}

	/**
	 * Reads up to a comma or closing parenthesis that is neither quoted nor inside
	 * parentheses.
	 */
	String expression() {
		int start = this.position;
		int depth = 0;
		while (this.position < this.text.length()) {
			char next = this.text.charAt(this.position);
			if (depth == 0 && (next == ',' || next == ')')) {
				break;
			}
			depth += (next == '(') ? 1 : (next == ')') ? -1 : 0;
			boolean quoted = next == this.quote || next == '\'';
			this.position = quoted ? Math.max(quotedEnd(this.position, next), this.position + 1) : this.position + 1;
		}
		return this.text.substring(start, this.position);
	}

	/**
	 * Moves past the expected text if it stands here.
	 */
	boolean accept(String expected) {
		boolean found = this.text.startsWith(expected, this.position);
		this.position += found ? expected.length() : 0;
		return found;
	}

	/**
	 * Moves past the next occurrence of the text, if there is one.
	 */
	boolean skipPast(String expected) {
		int found = this.text.indexOf(expected, this.position);
		this.position = (found >= 0) ? found + expected.length() : this.position;
		return found >= 0;
	}

	/**
	 * Moves to the next quote, if there is one.
	 */
	NameReader toQuote() {
		int found = this.text.indexOf(this.quote, this.position);
		this.position = (found >= 0) ? found : this.text.length();
		return this;
	}

	/**
	 * Moves back by a number of characters.
	 */
	void back(int characters) {
		this.position -= characters;
	}

	boolean atEnd() {
		return this.position == this.text.length();
	}

	private int bareEnd() {
		int end = this.position;
		while (end < this.text.length() && isNamePart(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isNamePart(char next) {
		return Character.isLetterOrDigit(next) || next == '_' || next == '$' || next == '#' || next > 0xff;
	}

	private int quotedEnd(int start, char mark) {
		int end = start + 1;
		while (end < this.text.length()) {
			if (this.text.charAt(end) != mark) {
				end++;
			}
			else if (end + 1 < this.text.length() && this.text.charAt(end + 1) == mark) {
				end += 2;
			}
			else {
				return end + 1;
			}
		}
		return -1;
	}

}

package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Name of a table, column or other object, perhaps qualified.
 *
 * @param parts as written, quotes included
 */
record SqlName(List<String> parts) {

	SqlName {
		parts = List.copyOf(parts);
	}

	static SqlName of(String name) {
		return new SqlName(List.of(name));
	}

	/**
	 * As the script writes it.
	 */
	String written() {
		return String.join(".", this.parts);
	}

	/**
	 * Without quotes and in lower case, to be compared.
	 */
	String key() {
		return this.parts.stream().map(SqlName::folded).collect(Collectors.joining("."));
	}

	/**
	 * The last part, to be compared.
	 */
	String simpleKey() {
		return folded(simple());
	}

	/**
	 * The last part as written.
	 */
	String simple() {
		return this.parts.get(this.parts.size() - 1);
	}

	boolean isQualified() {
		return this.parts.size() > 1;
	}

	/**
	 * In double quotes for messages.
	 */
	String quoted() {
		return "\"" + this.parts.stream().map(SqlName::bare).collect(Collectors.joining(".")) + "\"";
	}

	/**
	 * The last part without what cannot stand in a plain name, for names made from it.
	 */
	String plain() {
		return simpleKey().replaceAll("[^\\p{L}\\p{N}_]", "_");
	}

	static String folded(String part) {
		return bare(part).toLowerCase(Locale.ROOT);
	}

	private static String bare(String part) {
		boolean isQuoted = part.length() > 1 && "\"`[".indexOf(part.charAt(0)) >= 0;
		return isQuoted ? part.substring(1, part.length() - 1) : part;
	}

}

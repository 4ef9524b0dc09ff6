package dev.resilientdb.dialect;

import java.util.stream.Collectors;

/**
 * Writes names and parameters as H2 2.4 does.
 */
final class H2Messages {

	private H2Messages() {
	}

	/**
	 * An identifier that is not ASCII, as in SQL.
	 */
	static String identifier(String name) {
		return "U&" + quoted(name, 0x7e);
	}

	/**
	 * A parameter of a message.
	 */
	static String quote(String parameter) {
		return quoted(parameter, Character.MAX_CODE_POINT);
	}

	private static String quoted(String text, int last) {
		return text.codePoints()
			.mapToObj((character) -> character(character, last))
			.collect(Collectors.joining("", "\"", "\""));
	}

	private static String character(int character, int last) {
		return switch (character) {
			case '"' -> "\"\"";
			case '\\' -> "\\\\";
			default -> (character >= 0x20 && character <= last) ? Character.toString(character)
					: String.format((character > 0xffff) ? "\\+%06x" : "\\%04x", character);
		};
	}

}

package dev.resilientdb.dialect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escapes of SQL's {@code U&"…"}: a doubled backslash, four hexadecimal digits, or a
 * plus and six. What is no escape stays as it is.
 */
final class UnicodeEscapes {

	private static final Pattern ESCAPE = Pattern
		.compile("\\\\(?:(\\\\)|([0-9a-fA-F]{4})|\\+((?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}))");

	private UnicodeEscapes() {
	}

	static String decode(String text) {
		return ESCAPE.matcher(text).replaceAll((escape) -> Matcher.quoteReplacement(character(escape)));
	}

	private static String character(MatchResult escape) {
		if (escape.group(1) != null) {
			return "\\";
		}
		String digits = (escape.group(2) != null) ? escape.group(2) : escape.group(3);
		return Character.toString(Integer.parseInt(digits, 16));
	}

}

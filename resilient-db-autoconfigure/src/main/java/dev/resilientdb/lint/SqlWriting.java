package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes tokens as text again, for alternatives that resemble the script.
 */
final class SqlWriting {

	private static final Set<String> CLOSE = Set.of(")", ",", ".", ";", "]", ":");

	private static final Set<String> OPEN = Set.of("(", ".", "[", ":");

	private SqlWriting() {
	}

	static String of(List<SqlToken> tokens) {
		StringBuilder text = new StringBuilder();
		SqlToken previous = SqlToken.END;
		for (SqlToken token : tokens) {
			if (!text.isEmpty() && isApart(previous, token)) {
				text.append(' ');
			}
			text.append(token.raw());
			previous = token;
		}
		return text.toString();
	}

	static String names(List<SqlName> names) {
		return names.stream().map(SqlName::written).collect(Collectors.joining(", "));
	}

	private static boolean isApart(SqlToken left, SqlToken right) {
		boolean isCall = right.isSign("(") && left.kind() == SqlToken.Kind.WORD && left.text().length() > 3;
		return !OPEN.contains(left.text()) && !CLOSE.contains(right.text()) && !isCall;
	}

}

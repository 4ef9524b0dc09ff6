package dev.resilientdb.lint;

import java.nio.charset.StandardCharsets;

/**
 * PostgreSQL cuts names after 63 bytes without an error.
 */
final class IdentifierTooLongRule implements LintRule {

	private static final int LONGEST = 63;

	@Override
	public String id() {
		return "identifier-too-long";
	}

	@Override
	public void examine(Examination statement) {
		if (!statement.startsWithAny("create", "alter")) {
			return;
		}
		for (SqlToken token : statement.statement().tokens()) {
			if (token.isName() && token.raw().length() > LONGEST / 4 && !token.raw().contains("${")
					&& token.text().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
				statement.report(Risk
					.ofScript(LintSeverity.INFO,
							"Name %s is cut after 63 bytes".formatted(SqlName.of(token.raw()).quoted()),
							"Choose a shorter name, so that it is found again under the name that the script gives.")
					.at(token.line()));
			}
		}
	}

}

package dev.resilientdb.lint;

/**
 * Names end after 64 characters: error 1059.
 */
final class MySqlNameTooLongRule implements LintRule {

	private static final int LONGEST = 64;

	@Override
	public String id() {
		return "identifier-too-long";
	}

	@Override
	public void examine(Examination statement) {
		if (!statement.startsWithAny("create", "alter", "rename")) {
			return;
		}
		for (SqlToken token : statement.statement().tokens()) {
			boolean isLong = token.isName() && token.text().codePointCount(0, token.text().length()) > LONGEST;
			if (isLong && !token.raw().contains("${")) {
				statement
					.report(Risk
						.ofScript(LintSeverity.ERROR,
								"Name %s has more than 64 characters: the migration fails"
									.formatted(SqlName.of(token.raw()).quoted()),
								"Choose a shorter name; constraints and indexes can be given one, too.")
						.at(token.line()));
			}
		}
	}

}

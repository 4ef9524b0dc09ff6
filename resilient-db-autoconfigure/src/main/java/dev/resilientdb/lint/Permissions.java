package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who allowed which finding: a comment {@code -- resilient-db:allow <rule> <reason>} at
 * the statement, or the settings.
 */
final class Permissions {

	private static final String MARK = "resilient-db:allow";

	private final List<Allowance> allowances;

	Permissions(LintSettings settings) {
		this.allowances = settings.allow().stream().map(Allowance::parse).toList();
	}

	/**
	 * Why a finding is allowed: null when it is not, empty when a comment allows it
	 * without a reason.
	 */
	@Nullable String reason(Script script, SqlStatement statement, String rule) {
		for (Allowance allowance : this.allowances) {
			if (allowance.allows(script, rule)) {
				return allowance.reason();
			}
		}
		String reason = null;
		for (SqlToken comment : statement.comments()) {
			String found = reason(comment, rule);
			reason = (found != null && (reason == null || reason.isEmpty())) ? found : reason;
		}
		return reason;
	}

	private static @Nullable String reason(SqlToken comment, String rule) {
		for (String line : comment.text().split("\\R")) {
			int start = line.indexOf(MARK);
			String[] words = (start < 0) ? new String[0]
					: line.substring(start + MARK.length()).strip().split("\\s+", 2);
			if (words.length > 0 && words[0].equals(rule)) {
				return (words.length > 1) ? words[1].replace("*/", "").strip() : "";
			}
		}
		return null;
	}

}

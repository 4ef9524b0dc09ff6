package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who allowed which finding: a comment {@code -- resilient-db:allow <rule> <reason>} at
 * the statement, one {@code -- resilient-db:contract since=<release>} for what is
 * dropped, or the settings.
 */
final class Permissions {

	private static final String MARK = "resilient-db:allow";

	private static final String CONTRACT = "resilient-db:contract since=";

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
			String found = rule.equals("drop-or-rename") ? contract(comment) : null;
			found = (found != null) ? found : reason(comment, rule);
			reason = (found != null && (reason == null || reason.isEmpty())) ? found : reason;
		}
		return reason;
	}

	// The second half of a change that an earlier release began
	private static @Nullable String contract(SqlToken comment) {
		int start = comment.text().indexOf(CONTRACT);
		if (start < 0) {
			return null;
		}
		String release = comment.text().substring(start + CONTRACT.length()).strip().split("\\s", 2)[0];
		return release.isEmpty() ? "" : "not used since " + release;
	}

	private static @Nullable String reason(SqlToken comment, String rule) {
		for (String line : comment.text().lines().toList()) {
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

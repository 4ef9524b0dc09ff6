package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * Something a script does that should be done otherwise, or that could not be examined.
 *
 * @param rule id of the rule, such as {@code index-not-concurrent}
 * @param severity how much it matters on this target
 * @param script name of the script
 * @param line where the statement stands, from 1
 * @param message what happens to which table and column, in one sentence
 * @param evidence what the severity rests on, such as estimated rows; null when there is
 * nothing to say
 * @param alternative what to do instead on this product and version, with its SQL
 * @param suppression reason for which it was allowed, null when it was not
 */
public record Finding(String rule, LintSeverity severity, String script, int line, String message,
		@Nullable String evidence, String alternative, @Nullable String suppression) {

	/**
	 * Whether somebody allowed it.
	 */
	public boolean suppressed() {
		return this.suppression != null;
	}

	/**
	 * One line such as
	 * {@code ERROR V12__orders.sql:3 drop-or-rename Drops table "orders"… (about 48,000 rows)}.
	 */
	@Override
	public String toString() {
		String text = this.severity + " " + this.script + ":" + this.line + " " + this.rule + " " + this.message;
		return (this.evidence != null) ? text + " (" + this.evidence + ")" : text;
	}

}

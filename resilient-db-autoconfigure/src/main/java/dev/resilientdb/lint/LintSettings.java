package dev.resilientdb.lint;

import java.util.List;

/**
 * What a lint is to be lenient about.
 *
 * @param smallTable rows up to which a table is small: what takes long only on large ones
 * is told as {@link LintSeverity#INFO} then
 * @param allow findings that are accepted, {@code V12:drop-or-rename} or
 * {@code R__views:cascade}, with the reason behind a space if any
 */
public record LintSettings(long smallTable, List<String> allow) {

	/**
	 * Ten thousand rows, nothing allowed.
	 */
	public static final LintSettings DEFAULTS = new LintSettings(10_000, List.of());

	public LintSettings {
		allow = List.copyOf(allow);
		allow.forEach((entry) -> checkRule(Allowance.parse(entry).rule()));
		if (smallTable < 0) {
			throw new IllegalArgumentException("small-table must not be negative but is " + smallTable);
		}
	}

	private static void checkRule(String rule) {
		if (!RuleBook.ids().contains(rule)) {
			throw new IllegalArgumentException("There is no rule '" + rule + "'; rules are " + RuleBook.ids());
		}
	}

}

package dev.resilientdb.lint;

import java.util.Locale;

/**
 * A finding that somebody accepted before.
 *
 * @param script version such as {@code V12} or name of the script
 * @param rule id of the rule
 * @param reason why
 */
record Allowance(String script, String rule, String reason) {

	static Allowance parse(String text) {
		String entry = text.strip();
		int space = entry.indexOf(' ');
		String key = (space < 0) ? entry : entry.substring(0, space);
		int colon = key.lastIndexOf(':');
		if (colon < 1 || colon == key.length() - 1) {
			throw new IllegalArgumentException("An allowed finding is written as V12:drop-or-rename, not as " + text);
		}
		String reason = (space < 0) ? "allowed by the settings" : entry.substring(space).strip();
		return new Allowance(key.substring(0, colon), key.substring(colon + 1), reason);
	}

	boolean allows(Script candidate, String finding) {
		return this.rule.equals(finding) && (isVersion(candidate) || isName(candidate.name()));
	}

	private boolean isVersion(Script candidate) {
		String version = candidate.version();
		return version != null && this.script.toUpperCase(Locale.ROOT).startsWith("V")
				&& this.script.substring(1).replace('_', '.').equals(version);
	}

	private boolean isName(String name) {
		return name.equals(this.script) || name.equals(this.script + ".sql");
	}

}

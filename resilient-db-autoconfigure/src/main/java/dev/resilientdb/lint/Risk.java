package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * What a rule sees in a statement, before sizes and permissions are looked at.
 *
 * @param severity on a large table that programs use
 * @param exposure who suffers
 * @param subject table or other object that is locked or changed, null when there is none
 * @param line where it stands, 0 for the beginning of the statement
 * @param message what happens
 * @param alternative what to do instead
 */
record Risk(LintSeverity severity, Exposure exposure, @Nullable SqlName subject, int line, String message,
		String alternative) {

	/**
	 * On the rows of a table.
	 */
	static Risk onRows(LintSeverity severity, @Nullable SqlName table, String message, String alternative) {
		return new Risk(severity, Exposure.ROWS, table, 0, message, alternative);
	}

	/**
	 * For those who use an object.
	 */
	static Risk forClients(LintSeverity severity, @Nullable SqlName subject, String message, String alternative) {
		return new Risk(severity, Exposure.CLIENTS, subject, 0, message, alternative);
	}

	/**
	 * Of a script.
	 */
	static Risk ofScript(LintSeverity severity, String message, String alternative) {
		return new Risk(severity, Exposure.SCRIPT, null, 0, message, alternative);
	}

	Risk at(int place) {
		return new Risk(this.severity, this.exposure, this.subject, place, this.message, this.alternative);
	}

}

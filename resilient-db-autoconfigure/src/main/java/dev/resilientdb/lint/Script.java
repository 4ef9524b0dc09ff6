package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * A script that is about to run.
 *
 * @param name file name such as {@code V12__orders.sql}
 * @param version its version such as {@code 12}, null for a repeatable one
 * @param text its statements, placeholders replaced or not
 * @param transaction whether it runs inside of a transaction
 */
public record Script(String name, @Nullable String version, String text, TransactionUse transaction) {

	/**
	 * Creates a script whose version is told by its name in Flyway's form.
	 */
	public static Script of(String name, String text) {
		return new Script(name, versionOf(name), text, TransactionUse.AUTOMATIC);
	}

	/**
	 * The same script, known to run in a transaction or without one.
	 */
	public Script with(TransactionUse use) {
		return new Script(this.name, this.version, this.text, use);
	}

	private static @Nullable String versionOf(String name) {
		int end = name.indexOf("__");
		if (end < 2 || !Character.isDigit(name.charAt(1))) {
			return null;
		}
		return name.substring(1, end).replace('_', '.');
	}

}

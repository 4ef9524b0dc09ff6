package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;

/**
 * What a statement says about the way in which the server shall carry it out.
 *
 * @param algorithm in lower case, {@code default} when none is stated
 * @param lock in lower case, {@code default} when none is stated
 */
record MySqlClauses(String algorithm, String lock) {

	static MySqlClauses of(SqlStatement statement) {
		boolean isOnline = statement.startsWith("alter", "online");
		return new MySqlClauses(value("algorithm", statement.tokens()),
				isOnline ? "none" : value("lock", statement.tokens()));
	}

	boolean isStated() {
		return !this.algorithm.equals("default") || !this.lock.equals("default");
	}

	/**
	 * Whether it asks for more than the server would do by itself.
	 */
	boolean asksForLocks() {
		boolean isLocked = this.lock.equals("shared") || this.lock.equals("exclusive");
		return isLocked || (this.algorithm.equals("copy") && !this.lock.equals("none"));
	}

	@Override
	public String toString() {
		String text = this.algorithm.equals("default") ? "" : "ALGORITHM=" + this.algorithm.toUpperCase(Locale.ROOT);
		String separator = text.isEmpty() ? "" : ", ";
		return this.lock.equals("default") ? text : text + separator + "LOCK=" + this.lock.toUpperCase(Locale.ROOT);
	}

	private static String value(String clause, List<SqlToken> tokens) {
		TokenCursor cursor = new TokenCursor(tokens);
		if (!cursor.skipTo(clause)) {
			return "default";
		}
		cursor.next();
		cursor.takeSign("=");
		return cursor.peek().text();
	}

}

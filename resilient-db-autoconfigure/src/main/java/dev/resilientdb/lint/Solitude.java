package dev.resilientdb.lint;

/**
 * Whether PostgreSQL refuses a statement inside of a transaction, and whether Flyway
 * knows by itself that it does.
 */
enum Solitude {

	/**
	 * It may run in a transaction.
	 */
	UNNEEDED,

	/**
	 * It must not, and Flyway opens none for it.
	 */
	RECOGNISED,

	/**
	 * It must not, but Flyway opens one.
	 */
	UNRECOGNISED;

	static Solitude of(SqlStatement statement) {
		TokenCursor cursor = statement.cursor();
		if (cursor.isAt("create", "index", "concurrently") || cursor.isAt("create", "unique", "index", "concurrently")
				|| cursor.isAt("drop", "index", "concurrently") || cursor.isAt("vacuum")
				|| cursor.isAt("alter", "system") || isServerWide(cursor)) {
			return RECOGNISED;
		}
		if (cursor.isAt("reindex")) {
			return reindex(cursor);
		}
		boolean isDetached = cursor.isAt("alter", "table") && cursor.contains("detach", "partition")
				&& cursor.contains("concurrently");
		return isDetached ? UNRECOGNISED : UNNEEDED;
	}

	private static boolean isServerWide(TokenCursor cursor) {
		boolean isChange = cursor.isAt("create") || cursor.isAt("drop");
		String object = cursor.peek(1).text();
		return isChange && (object.equals("database") || object.equals("tablespace") || object.equals("subscription"));
	}

	private static Solitude reindex(TokenCursor cursor) {
		cursor.next();
		cursor.group();
		cursor.take("verbose");
		if (cursor.isAt("schema") || cursor.isAt("database") || cursor.isAt("system")) {
			return RECOGNISED;
		}
		return cursor.contains("concurrently") ? UNRECOGNISED : UNNEEDED;
	}

}

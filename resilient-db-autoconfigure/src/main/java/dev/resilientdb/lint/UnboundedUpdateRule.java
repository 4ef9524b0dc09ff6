package dev.resilientdb.lint;

import java.util.List;

/**
 * Changes all rows at once: every one of them stays locked until the end, and is copied.
 */
final class UnboundedUpdateRule implements LintRule {

	@Override
	public String id() {
		return "unbounded-update";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		if (cursor.isAt("with")) {
			skipCommonTables(cursor);
		}
		boolean isUpdate = cursor.take("update");
		if (!isUpdate && !cursor.take("delete", "from")) {
			return;
		}
		cursor.take("only");
		SqlName table = cursor.name();
		if (table == null || isBounded(cursor)) {
			return;
		}
		boolean isAltered = isAlteredBefore(table, statement);
		statement.report(Risk.onRows(isAltered ? LintSeverity.ERROR : LintSeverity.WARNING, table,
				message(isUpdate, isAltered, table), """
						In batches of some thousand rows by key, each in a transaction of its own: \
						a Java migration, or a script that runs without a transaction."""));
	}

	private static String message(boolean isUpdate, boolean isAltered, SqlName table) {
		String verb = isUpdate ? "Updates" : "Deletes";
		return verb + " all rows of table " + table.quoted() + " in one statement"
				+ (isAltered ? ", while nobody can use the table because the same transaction altered it" : "");
	}

	// A condition that compares with something fixed is taken for a bound
	private static boolean isBounded(TokenCursor cursor) {
		boolean isLimited = new TokenCursor(cursor.rest()).skipTo("limit");
		if (isLimited || !cursor.skipTo("where")) {
			return isLimited;
		}
		List<SqlToken> condition = cursor.rest();
		return condition.stream()
			.anyMatch((token) -> token.kind() == SqlToken.Kind.STRING || token.kind() == SqlToken.Kind.NUMBER
					|| token.raw().contains("${"));
	}

	private static boolean isAlteredBefore(SqlName table, Examination statement) {
		if (statement.script().transaction() == TransactionUse.NEVER
				|| SqlSyntax.of(statement.target().product()) != SqlSyntax.POSTGRES) {
			return false;
		}
		return statement.earlierChanges()
			.stream()
			.anyMatch((change) -> change instanceof Change.AlterTable alter
					&& alter.table().simpleKey().equals(table.simpleKey()));
	}

	private static void skipCommonTables(TokenCursor cursor) {
		while (!cursor.atEnd() && !cursor.isAt("update") && !cursor.isAt("delete", "from")) {
			cursor.skipItem();
		}
	}

}

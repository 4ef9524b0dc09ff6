package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unique index is built while others write, but fails with error 1062 on duplicates,
 * also on those that come and go meanwhile.
 */
final class MySqlUniqueRule implements LintRule {

	@Override
	public String id() {
		return "unique-builds-index";
	}

	@Override
	public void examine(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter == null) {
			return;
		}
		for (AlterAction action : alter.actions()) {
			List<SqlName> columns = unique(action);
			if (columns != null && columns.stream().noneMatch((column) -> isNew(column, alter, statement))) {
				report(columns, action, statement);
			}
		}
	}

	private static void report(List<SqlName> columns, AlterAction action, Examination statement) {
		String list = SqlWriting.names(columns);
		statement.report(Risk.forClients(LintSeverity.WARNING, action.table(),
				"Fails when two rows of table %s agree in (%s), which older instances can still write meanwhile"
					.formatted(action.table().quoted(), list),
				"""
						Look first, and again right before:
						  SELECT %1$s, COUNT(*) FROM %2$s GROUP BY %1$s HAVING COUNT(*) > 1;""".formatted(list,
						action.table().written()))
			.at(action.line()));
	}

	// Null in every row
	private static boolean isNew(SqlName column, MySqlAlter alter, Examination statement) {
		return statement.schema().isNewColumn(alter.table(), column) || alter.actions()
			.stream()
			.map(AlterAction::addedColumn)
			.anyMatch((added) -> added != null && added.name().simpleKey().equals(column.simpleKey()));
	}

	private static @Nullable List<SqlName> unique(AlterAction action) {
		TokenCursor cursor = action.cursor();
		if (!cursor.take("add")) {
			return null;
		}
		if (cursor.take("constraint") && !cursor.isAt("unique")) {
			cursor.name();
		}
		if (!cursor.take("unique")) {
			return null;
		}
		while (!cursor.atEnd() && !cursor.peek().isSign("(")) {
			cursor.next();
		}
		return TokenCursor.items(cursor.group())
			.stream()
			.map((item) -> new TokenCursor(item).name())
			.map((name) -> (name != null) ? name : SqlName.of("?"))
			.toList();
	}

}

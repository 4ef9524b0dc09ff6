package dev.resilientdb.lint;

import java.util.List;

/**
 * Without an index on the pointing columns, each deletion of a parent reads the whole
 * table. Only tables of the same script are judged, because others may have one.
 */
final class ForeignKeyWithoutIndexRule implements LintRule {

	@Override
	public String id() {
		return "foreign-key-without-index";
	}

	@Override
	public void examine(Examination statement) {
		if (!(statement.change() instanceof Change.CreateTable table)) {
			return;
		}
		for (ColumnDefinition column : table.columns()) {
			boolean isKey = column.has("primary", "key") || column.has("unique");
			if (column.has("references") && !isKey) {
				examine(table, column.name(), column.line(), statement);
			}
		}
		for (AddedConstraint constraint : table.constraints()) {
			if (constraint.kind() == AddedConstraint.Kind.FOREIGN_KEY && !constraint.columns().isEmpty()) {
				examine(table, constraint.columns().get(0), constraint.line(), statement);
			}
		}
	}

	private static void examine(Change.CreateTable table, SqlName column, int line, Examination statement) {
		boolean isFirstInKey = table.constraints()
			.stream()
			.anyMatch((constraint) -> constraint.kind() != AddedConstraint.Kind.FOREIGN_KEY
					&& isFirst(constraint.columns(), column))
				|| table.columns()
					.stream()
					.anyMatch((other) -> other.name().simpleKey().equals(column.simpleKey())
							&& (other.has("primary", "key") || other.has("unique")));
		if (!isFirstInKey && !isIndexed(table.table(), column, statement)) {
			String name = table.table().plain() + "_" + column.plain() + "_idx";
			statement.report(Risk
				.ofScript(LintSeverity.INFO,
						"No index of this script begins with %s of table %s, by which it points to another table"
							.formatted(column.quoted(), table.table().quoted()),
						"CREATE INDEX %s ON %s (%s);".formatted(name, table.table().written(), column.written()))
				.at(line));
		}
	}

	private static boolean isIndexed(SqlName table, SqlName column, Examination statement) {
		return statement.laterChanges()
			.stream()
			.anyMatch((change) -> change instanceof Change.CreateIndex index
					&& index.table().simpleKey().equals(table.simpleKey()) && !index.items().isEmpty()
					&& index.items().get(0).size() > 0
					&& SqlName.folded(index.items().get(0).get(0).raw()).equals(column.simpleKey()));
	}

	private static boolean isFirst(List<SqlName> columns, SqlName column) {
		return !columns.isEmpty() && columns.get(0).simpleKey().equals(column.simpleKey());
	}

}

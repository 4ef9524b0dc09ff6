package dev.resilientdb.lint;

import java.util.List;
import java.util.Objects;

/**
 * MySQL before 9.0 and MariaDB before 10.5 read a REFERENCES behind a column and forget
 * it.
 *
 * @see <a href= "https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-foreign-keys.html">
 * MySQL: FOREIGN KEY Constraint Differences</a>
 */
final class MySqlReferencesRule implements LintRule {

	@Override
	public String id() {
		return "inline-references-ignored";
	}

	@Override
	public void examine(Examination statement) {
		MySqlProduct product = MySqlProduct.of(statement.target());
		if (MySqlAddedColumn.obeysReferences(product)) {
			return;
		}
		if (statement.change() instanceof Change.CreateTable create) {
			report(create.table(), create.columns(), product, statement);
		}
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter != null) {
			List<ColumnDefinition> columns = alter.actions()
				.stream()
				.map(AlterAction::addedColumn)
				.filter(Objects::nonNull)
				.toList();
			report(alter.table(), columns, product, statement);
		}
	}

	private static void report(SqlName table, List<ColumnDefinition> columns, MySqlProduct product,
			Examination statement) {
		for (ColumnDefinition column : columns) {
			if (column.has("references")) {
				TokenCursor cursor = new TokenCursor(column.options());
				cursor.skipTo("references");
				statement.report(Risk
					.ofScript(LintSeverity.WARNING,
							"%s ignores the REFERENCES of column %s of table %s: there is no foreign key"
								.formatted(product, column.name().quoted(), table.quoted()),
							"  FOREIGN KEY (%s) %s".formatted(column.name().written(), SqlWriting.of(cursor.rest())))
					.at(column.line()));
			}
		}
	}

}

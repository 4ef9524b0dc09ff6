package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

/**
 * What it takes to add a column.
 */
final class MySqlAddedColumn {

	private static final Set<String> CONSTANT = Set.of("now", "current_timestamp", "localtime", "localtimestamp",
			"current_date", "curdate", "utc_timestamp");

	private MySqlAddedColumn() {
	}

	static MySqlOperation operation(ColumnDefinition column, Examination statement) {
		if (column.has("auto_increment")) {
			return MySqlOperation.ADD_NUMBERED_COLUMN;
		}
		if (isGenerated(column)) {
			boolean isStored = column.has("stored") || column.has("persistent");
			return isStored ? MySqlOperation.ADD_STORED_COLUMN : MySqlOperation.ADD_VIRTUAL_COLUMN;
		}
		if (isComputed(column.defaultExpression())) {
			return MySqlOperation.ADD_COMPUTED_DEFAULT;
		}
		if (referencesChecked(column, statement)) {
			return MySqlOperation.ADD_FOREIGN_KEY;
		}
		return (column.has("first") || column.has("after")) ? MySqlOperation.ADD_COLUMN_BETWEEN
				: MySqlOperation.ADD_COLUMN;
	}

	/**
	 * Whether the server takes a REFERENCES behind a column for a foreign key.
	 */
	static boolean obeysReferences(MySqlProduct product) {
		return product.isAtLeast(product.isMariaDb() ? "10.5" : "9.0");
	}

	static boolean isGenerated(ColumnDefinition column) {
		TokenCursor cursor = new TokenCursor(column.options());
		return column.isGenerated() || (cursor.skipTo("as") && cursor.peek(1).isSign("("));
	}

	private static boolean referencesChecked(ColumnDefinition column, Examination statement) {
		return column.has("references") && obeysReferences(MySqlProduct.of(statement.target()))
				&& !MySqlOperations.isUnchecked(statement);
	}

	// Calls a function whose result differs from row to row
	private static boolean isComputed(List<SqlToken> expression) {
		for (int i = 0; i + 1 < expression.size(); i++) {
			SqlToken token = expression.get(i);
			if (token.kind() == SqlToken.Kind.WORD && expression.get(i + 1).isSign("(") && !token.isAny(CONSTANT)) {
				return true;
			}
		}
		return false;
	}

}

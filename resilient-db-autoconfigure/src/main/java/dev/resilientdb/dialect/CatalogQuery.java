package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.CatalogConstraint;

/**
 * A query for the constraints of the current schema. Its rows are type, name, index,
 * table, column and expression, one for each column in the order of the constraint. Where
 * there is no column, the expression tells them.
 *
 * @param sql the query
 * @param columnsOf finds the columns of an expression, none when it cannot
 */
record CatalogQuery(String sql, Function<String, List<String>> columnsOf) {

	private static final int TIMEOUT_SECONDS = 5;

	private static final Map<String, CatalogConstraint.Type> TYPES = Map.of("PRIMARY KEY",
			CatalogConstraint.Type.PRIMARY_KEY, "UNIQUE", CatalogConstraint.Type.UNIQUE, "FOREIGN KEY",
			CatalogConstraint.Type.FOREIGN_KEY, "CHECK", CatalogConstraint.Type.CHECK, "EXCLUDE",
			CatalogConstraint.Type.EXCLUSION);

	List<CatalogConstraint> run(Connection connection, int limit) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			statement.setMaxRows(limit);
			try (ResultSet rows = statement.executeQuery(this.sql)) {
				return read(rows, limit);
			}
		}
	}

	private List<CatalogConstraint> read(ResultSet rows, int limit) throws SQLException {
		Map<List<@Nullable String>, Columns> constraints = new LinkedHashMap<>();
		List<@Nullable String> last = List.of();
		int count = 0;
		while (rows.next()) {
			last = Arrays.asList(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
			Columns columns = constraints.computeIfAbsent(last, (added) -> new Columns());
			columns.add(names(rows.getString(5), rows.getString(6)));
			count++;
		}
		if (count >= limit) {
			// Further columns of it may have been cut off
			constraints.remove(last);
		}
		List<CatalogConstraint> result = new ArrayList<>();
		constraints.forEach((key, columns) -> add(key, columns.names(), result));
		return result;
	}

	private List<String> names(@Nullable String column, @Nullable String expression) {
		if (column != null) {
			return List.of(column);
		}
		return (expression != null) ? this.columnsOf.apply(expression) : List.of();
	}

	private static void add(List<@Nullable String> key, List<String> columns, List<CatalogConstraint> result) {
		CatalogConstraint.Type type = TYPES.get(String.valueOf(key.get(0)));
		String name = key.get(1);
		String table = key.get(3);
		if (type != null && name != null && table != null) {
			result.add(new CatalogConstraint(type, name, key.get(2), table, columns));
		}
	}

	/**
	 * The names in quotes in an expression, such as MySQL's {@code (`age` >= 18)}.
	 */
	static List<String> quotedNames(String expression, char open, char close) {
		Set<String> names = new LinkedHashSet<>();
		int start = expression.indexOf(open);
		while (start >= 0) {
			int end = expression.indexOf(close, start + 1);
			if (end < 0) {
				break;
			}
			names.add(expression.substring(start + 1, end));
			start = expression.indexOf(open, end + 1);
		}
		return List.copyOf(names);
	}

	/**
	 * Columns of one constraint, none as soon as one of them cannot be told.
	 */
	private static final class Columns {

		private final Set<String> names = new LinkedHashSet<>();

		private boolean complete = true;

		void add(List<String> more) {
			this.complete &= !more.isEmpty();
			this.names.addAll(more);
		}

		List<String> names() {
			return this.complete ? List.copyOf(this.names) : List.of();
		}

	}

}

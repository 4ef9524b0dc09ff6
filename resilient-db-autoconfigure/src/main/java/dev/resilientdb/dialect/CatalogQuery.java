package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.constraint.CatalogConstraint;
import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.CatalogListing.Extent;

/**
 * A query for constraints. Its rows are type, name, index, schema, table, column and
 * expression, one for each column in the order of the constraint. Where there is no
 * column, the expression tells them.
 *
 * @param sql the query, with {@code {schemas}} for the condition
 * @param schemas the condition for the current schema, then that for all others, if they
 * are to be read
 * @param extent what is read with these conditions
 * @param columnsOf finds the columns of an expression, none when it cannot
 */
record CatalogQuery(String sql, List<String> schemas, Extent extent, Function<String, List<String>> columnsOf) {

	private static final Logger logger = LoggerFactory.getLogger(CatalogQuery.class);

	private static final int TIMEOUT_SECONDS = 5;

	private static final Map<String, CatalogConstraint.Type> TYPES = Map.of("PRIMARY KEY",
			CatalogConstraint.Type.PRIMARY_KEY, "UNIQUE", CatalogConstraint.Type.UNIQUE, "FOREIGN KEY",
			CatalogConstraint.Type.FOREIGN_KEY, "CHECK", CatalogConstraint.Type.CHECK, "EXCLUDE",
			CatalogConstraint.Type.EXCLUSION);

	CatalogListing run(Connection connection, int limit) throws SQLException {
		Rows current = read(connection, this.schemas.get(0), limit);
		if (current.count() >= limit) {
			return new CatalogListing(current.constraints(), List.of(), Extent.CUT);
		}
		if (this.schemas.size() == 1) {
			return new CatalogListing(current.constraints(), List.of(), this.extent);
		}
		int rest = limit - current.count();
		try {
			Rows others = read(connection, this.schemas.get(1), rest);
			return new CatalogListing(current.constraints(), others.constraints(),
					(others.count() >= rest) ? Extent.CUT : this.extent);
		}
		catch (SQLException ex) {
			logger.debug("Constraints of other schemas are not known", ex);
			return new CatalogListing(current.constraints(), List.of(), Extent.CURRENT_SCHEMA);
		}
	}

	private Rows read(Connection connection, String condition, int limit) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			statement.setMaxRows(limit);
			try (ResultSet rows = statement.executeQuery(this.sql.replace("{schemas}", condition))) {
				return read(rows, limit);
			}
		}
	}

	private Rows read(ResultSet rows, int limit) throws SQLException {
		Map<Key, Columns> constraints = new LinkedHashMap<>();
		Key last = null;
		int count = 0;
		while (rows.next()) {
			last = new Key(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4),
					rows.getString(5));
			constraints.computeIfAbsent(last, (added) -> new Columns())
				.add(names(rows.getString(6), rows.getString(7)));
			count++;
		}
		if (last != null && count >= limit) {
			// Further constraints of its table may have been cut off
			constraints.keySet().removeIf(last::isOfSameTable);
		}
		List<CatalogConstraint> result = new ArrayList<>();
		constraints.forEach((key, columns) -> key.add(columns.names(), result));
		return new Rows(result, count);
	}

	private List<String> names(@Nullable String column, @Nullable String expression) {
		if (column != null) {
			return List.of(column);
		}
		return (expression != null) ? this.columnsOf.apply(expression) : List.of();
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

	private record Rows(List<CatalogConstraint> constraints, int count) {
	}

	private record Key(@Nullable String type, @Nullable String name, @Nullable String index, @Nullable String schema,
			@Nullable String table) {

		boolean isOfSameTable(Key other) {
			return Objects.equals(this.schema, other.schema)
					&& String.valueOf(this.table).equalsIgnoreCase(String.valueOf(other.table));
		}

		void add(List<String> columns, List<CatalogConstraint> result) {
			CatalogConstraint.Type known = TYPES.get(String.valueOf(this.type));
			if (known != null && this.name != null && this.table != null) {
				result.add(new CatalogConstraint(known, this.name, this.index, this.schema, this.table, columns));
			}
		}

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

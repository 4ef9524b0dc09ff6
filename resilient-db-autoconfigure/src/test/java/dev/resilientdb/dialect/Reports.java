package dev.resilientdb.dialect;

import java.util.List;

import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * What a test expects a driver's exception to tell.
 */
final class Reports {

	private Reports() {
	}

	/**
	 * The last cells of a row: kind, constraint, table, columns, reference.
	 */
	static ReportedViolation of(ArgumentsAccessor row, int first) {
		Reference reference = (row.size() > first + 4) ? row.get(first + 4, Reference.class) : null;
		return of(row.get(first, Kind.class), row.getString(first + 1), row.getString(first + 2),
				row.getString(first + 3), reference);
	}

	/**
	 * Columns are separated by a plus sign; null is none. A table may stand behind its
	 * schema and a dot, or be missing there.
	 */
	static ReportedViolation of(Kind kind, String constraint, String table, String columns, Reference reference) {
		int dot = (table != null) ? table.indexOf('.') : -1;
		String schema = (dot >= 0) ? table.substring(0, dot) : null;
		String own = (dot >= 0) ? table.substring(dot + 1) : table;
		return new ReportedViolation(kind, constraint, schema, (own == null || own.isEmpty()) ? null : own,
				(columns != null) ? List.of(columns.split("\\+")) : List.of(), reference);
	}

}

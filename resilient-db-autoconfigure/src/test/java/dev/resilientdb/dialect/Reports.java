package dev.resilientdb.dialect;

import java.util.List;

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
	 * Columns are separated by a plus sign; null is none.
	 */
	static ReportedViolation of(Kind kind, String constraint, String table, String columns, Reference reference) {
		return new ReportedViolation(kind, constraint, table,
				(columns != null) ? List.of(columns.split("\\+")) : List.of(), reference);
	}

}

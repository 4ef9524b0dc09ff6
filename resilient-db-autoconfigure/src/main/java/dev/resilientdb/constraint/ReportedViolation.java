package dev.resilientdb.constraint;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;

/**
 * What a driver's exception alone tells about a broken rule.
 *
 * @param kind what sort of rule, null when only the code's {@code FailureKind} tells
 * @param constraint name of the constraint or its index, null when not told for certain
 * @param schema the schema of that constraint and its table, null when not told
 * @param table the table that the constraint belongs to, null when not told
 * @param columns the columns of the constraint, empty when not told
 * @param reference which side of a foreign key, null when not told
 */
public record ReportedViolation(@Nullable Kind kind, @Nullable String constraint, @Nullable String schema,
		@Nullable String table, List<String> columns, @Nullable Reference reference) {

	public ReportedViolation {
		columns = List.copyOf(columns);
	}

	/**
	 * A violation of which nothing but its kind is told.
	 */
	public static ReportedViolation of(@Nullable Kind kind) {
		return new ReportedViolation(kind, null, null, null, List.of(), null);
	}

	/**
	 * A violated foreign key of which only the side is told.
	 */
	public static ReportedViolation of(@Nullable Reference reference) {
		return new ReportedViolation(Kind.FOREIGN_KEY, null, null, null, List.of(), reference);
	}

	/**
	 * The same with a constraint.
	 */
	public ReportedViolation withConstraint(@Nullable String name) {
		return new ReportedViolation(this.kind, name, this.schema, this.table, this.columns, this.reference);
	}

	/**
	 * The same with a schema, as the catalogue spells it.
	 */
	public ReportedViolation withSchema(@Nullable String name) {
		return new ReportedViolation(this.kind, this.constraint, name, this.table, this.columns, this.reference);
	}

	/**
	 * The same with a table.
	 */
	public ReportedViolation withTable(@Nullable String name) {
		return new ReportedViolation(this.kind, this.constraint, this.schema, name, this.columns, this.reference);
	}

	/**
	 * The same with columns.
	 */
	public ReportedViolation withColumns(List<String> names) {
		return new ReportedViolation(this.kind, this.constraint, this.schema, this.table, names, this.reference);
	}

	/**
	 * The same with one column, or none when it is null.
	 */
	public ReportedViolation withColumn(@Nullable String name) {
		return withColumns((name != null) ? List.of(name) : List.of());
	}

}

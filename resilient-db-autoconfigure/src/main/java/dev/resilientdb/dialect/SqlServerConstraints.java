package dev.resilientdb.dialect;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule SQL Server reports, with the texts of <a href=
 * "https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors">its
 * messages</a>. Names stand before the row value; in another language than English only
 * the number tells.
 */
final class SqlServerConstraints {

	private static final Pattern DUPLICATE_OF_CONSTRAINT = Pattern.compile(
			"Violation of (?:UNIQUE|PRIMARY) KEY constraint '(.+?)'\\. Cannot insert duplicate key in object '(.+?)'\\..*",
			Pattern.DOTALL);

	private static final Pattern DUPLICATE_OF_INDEX = Pattern
		.compile("Cannot insert duplicate key row in object '(.+?)' with unique index '(.+?)'\\..*", Pattern.DOTALL);

	private static final Pattern CONFLICT = Pattern.compile("The [A-Z]+ statement conflicted with the "
			+ "(FOREIGN KEY|FOREIGN KEY SAME TABLE|REFERENCE|SAME TABLE REFERENCE|CHECK) constraint \"(.+?)\"\\."
			+ " The conflict occurred in database \".*?\", table \"(.+?)\"(?:, column '(.+?)')?\\..*", Pattern.DOTALL);

	private static final Pattern NULL = Pattern.compile(
			"Cannot insert the value NULL into column '(.+?)', table '(.+?)'; column does not allow nulls\\..*",
			Pattern.DOTALL);

	private static final Pattern TRUNCATED = Pattern
		.compile("String or binary data would be truncated in table '(.+?)', column '(.+?)'\\..*", Pattern.DOTALL);

	private SqlServerConstraints() {
	}

	static @Nullable ReportedViolation report(SQLException ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : "";
		return switch (ex.getErrorCode()) {
			case 2627 -> duplicate(DUPLICATE_OF_CONSTRAINT.matcher(message), 1, 2);
			case 2601 -> duplicate(DUPLICATE_OF_INDEX.matcher(message), 2, 1);
			case 547 -> conflict(message);
			case 515 -> column(Kind.NOT_NULL, NULL.matcher(message), 1, 2);
			case 2628 -> column(Kind.LENGTH, TRUNCATED.matcher(message), 2, 1);
			case 8152 -> ReportedViolation.of(Kind.LENGTH);
			case 220, 242, 8115 -> ReportedViolation.of(Kind.RANGE);
			case 241, 245, 8114 -> ReportedViolation.of(Kind.FORMAT);
			default -> null;
		};
	}

	private static ReportedViolation duplicate(Matcher text, int constraint, int table) {
		ReportedViolation violation = ReportedViolation.of(Kind.UNIQUE);
		return text.matches() ? of(text.group(table), violation).withConstraint(text.group(constraint)) : violation;
	}

	private static ReportedViolation column(Kind kind, Matcher text, int column, int table) {
		ReportedViolation violation = ReportedViolation.of(kind);
		return text.matches() ? violation.withColumn(text.group(column)).withTable(table(text.group(table), 3))
				: violation;
	}

	/**
	 * One number for foreign keys and checks. The message of a missing parent names the
	 * parent's table and column, which are not those of the constraint.
	 */
	private static ReportedViolation conflict(String message) {
		Matcher text = CONFLICT.matcher(message);
		if (!text.matches()) {
			return ReportedViolation.of((Kind) null);
		}
		String constraint = text.group(2);
		String path = text.group(3);
		String column = text.group(4);
		return switch (text.group(1)) {
			case "FOREIGN KEY" -> ReportedViolation.of(Reference.PARENT_MISSING).withConstraint(constraint);
			case "FOREIGN KEY SAME TABLE" ->
				of(path, ReportedViolation.of(Reference.PARENT_MISSING)).withConstraint(constraint);
			case "CHECK" -> of(path, ReportedViolation.of(Kind.CHECK)).withConstraint(constraint).withColumn(column);
			default ->
				of(path, ReportedViolation.of(Reference.CHILD_EXISTS)).withConstraint(constraint).withColumn(column);
		};
	}

	private static ReportedViolation of(String path, ReportedViolation violation) {
		String table = table(path, 2);
		return (table != null) ? violation.withTable(table).withSchema(path.substring(0, path.indexOf('.')))
				: violation;
	}

	/**
	 * The last of as many parts as the message has; dots inside of names leave it open.
	 */
	private static @Nullable String table(String path, int parts) {
		String[] names = path.split("\\.", -1);
		return (names.length == parts) ? names[parts - 1] : null;
	}

}

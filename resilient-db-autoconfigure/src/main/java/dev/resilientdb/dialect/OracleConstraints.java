package dev.resilientdb.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule Oracle reports. The line with the code holds names and no row value; its
 * words depend on the session's language, its punctuation does not.
 */
final class OracleConstraints {

	private static final Pattern LINE = Pattern.compile("ORA-(\\d{5}): (.*)");

	private static final Pattern SCHEMA_AND_NAME = Pattern.compile("[^(]*\\(([^().]+)\\.([^()]+)\\)(.*)");

	/**
	 * Since 23ai: {@code … violated on table HR.USERS columns (A, B)}.
	 */
	private static final Pattern TABLE_AND_COLUMNS = Pattern
		.compile(" violated on table [^ .]+\\.([^ .]+) columns \\(([^()]+)\\)");

	private static final Pattern COLUMN = Pattern.compile("[^\"]*?(\"[^\"]+\"\\.\"[^\"]+\"\\.\"[^\"]+\").*");

	private OracleConstraints() {
	}

	static @Nullable ReportedViolation report(SQLException ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : "";
		// A deferred constraint stands in the second line, below the rollback
		String line = message.lines().skip((ex.getErrorCode() == 2091) ? 1 : 0).findFirst().orElse("");
		Matcher text = LINE.matcher(line);
		return text.matches() ? report(Integer.parseInt(text.group(1)), text.group(2)) : report(ex.getErrorCode(), "");
	}

	private static @Nullable ReportedViolation report(int code, String text) {
		return switch (code) {
			case 1 -> constraint(ReportedViolation.of(Kind.UNIQUE), text);
			case 2290 -> constraint(ReportedViolation.of(Kind.CHECK), text);
			case 2291 -> constraint(ReportedViolation.of(Reference.PARENT_MISSING), text);
			case 2292 -> constraint(ReportedViolation.of(Reference.CHILD_EXISTS), text);
			case 1402 -> ReportedViolation.of(Kind.CHECK);
			case 1400, 1407 -> column(Kind.NOT_NULL, text);
			case 12899 -> column(Kind.LENGTH, text);
			case 1401 -> ReportedViolation.of(Kind.LENGTH);
			case 1426, 1438 -> ReportedViolation.of(Kind.RANGE);
			case 1722, 1830, 1843, 1861 -> ReportedViolation.of(Kind.FORMAT);
			default -> null;
		};
	}

	private static ReportedViolation constraint(ReportedViolation violation, String text) {
		Matcher name = SCHEMA_AND_NAME.matcher(text);
		if (!name.matches()) {
			return violation;
		}
		Matcher more = TABLE_AND_COLUMNS.matcher(name.group(3));
		ReportedViolation named = violation.withSchema(name.group(1)).withConstraint(name.group(2));
		return more.matches() ? named.withTable(more.group(1)).withColumns(List.of(more.group(2).split(", *"))) : named;
	}

	private static ReportedViolation column(Kind kind, String text) {
		Matcher column = COLUMN.matcher(text);
		List<String> path = column.matches() ? new NameReader(column.group(1), '"').path() : List.of();
		return (path.size() == 3) ? ReportedViolation.of(kind).withTable(path.get(1)).withColumn(path.get(2))
				: ReportedViolation.of(kind);
	}

}

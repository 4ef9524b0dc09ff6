package dev.resilientdb.dialect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule PostgreSQL and its relatives report: from the fields of the error, and of
 * its texts only those parts that stand before any row value.
 */
final class PostgresConstraints {

	private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("23505", Kind.UNIQUE),
			Map.entry("23502", Kind.NOT_NULL), Map.entry("23503", Kind.FOREIGN_KEY),
			Map.entry("23001", Kind.FOREIGN_KEY), Map.entry("23514", Kind.CHECK), Map.entry("44000", Kind.CHECK),
			Map.entry("23P01", Kind.EXCLUSION), Map.entry("22001", Kind.LENGTH), Map.entry("22003", Kind.RANGE),
			Map.entry("22008", Kind.RANGE), Map.entry("22007", Kind.FORMAT), Map.entry("22P02", Kind.FORMAT),
			Map.entry("22P05", Kind.FORMAT), Map.entry("22021", Kind.FORMAT));

	/**
	 * A function of one column, such as {@code lower(email::text)}.
	 */
	private static final Pattern FUNCTION_OF_COLUMN = Pattern
		.compile("\\w+\\(\\(?(\\w+|\"(?:[^\"]|\"\")+\")\\)?(?:::[\\w ]+)?\\)");

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"|»[^«]+«|«[^»]+»|“[^”]+”|„[^“]+“|「[^」]+」");

	private static final Pattern QUOTE = Pattern.compile("[\"»«“”„「」]");

	private PostgresConstraints() {
	}

	static @Nullable ReportedViolation report(SQLException ex) {
		String state = ex.getSQLState();
		Kind kind = (state != null) ? KINDS.get(state) : null;
		PostgresError error = PostgresError.of(ex);
		if (error == null || (kind == null && error.constraint() == null)) {
			return (kind != null) ? ReportedViolation.of(kind) : null;
		}
		Reference reference = (kind == Kind.FOREIGN_KEY) ? reference(error, state) : null;
		return new ReportedViolation(kind, error.constraint(), error.schema(), error.table(),
				columns(kind, error, reference), reference);
	}

	private static List<String> columns(@Nullable Kind kind, PostgresError error, @Nullable Reference reference) {
		String column = error.column();
		if (column != null) {
			return List.of(column);
		}
		boolean keyOfTable = kind == Kind.UNIQUE || kind == Kind.EXCLUSION || reference == Reference.PARENT_MISSING;
		return (keyOfTable && !isRaised(error)) ? keyColumns(error.detail()) : List.of();
	}

	/**
	 * A procedural language puts any text into the fields.
	 */
	private static boolean isRaised(PostgresError error) {
		String routine = error.routine();
		return routine != null
				&& (routine.equals("exec_stmt_raise") || routine.startsWith("PLy_") || routine.startsWith("pl"));
	}

	/**
	 * The columns of {@code Key (a, lower(b))=(…) …} in any language: what the server
	 * writes before the first parenthesis holds no value.
	 */
	static List<String> keyColumns(@Nullable String detail) {
		NameReader reader = new NameReader((detail != null) ? detail : "", '"');
		List<String> columns = new ArrayList<>();
		if (!reader.skipPast("(")) {
			return List.of();
		}
		do {
			String column = column(reader.expression());
			if (column == null) {
				return List.of();
			}
			columns.add(column);
		}
		while (reader.accept(", "));
		return reader.accept(")=(") ? columns : List.of();
	}

	/**
	 * The column of an expression, if there is exactly one.
	 */
	static List<String> expressionColumns(String expression) {
		String column = column(expression);
		return (column != null) ? List.of(column) : List.of();
	}

	private static @Nullable String column(String expression) {
		NameReader reader = new NameReader(expression, '"');
		String name = reader.name();
		if (name != null && reader.atEnd()) {
			return name;
		}
		Matcher function = FUNCTION_OF_COLUMN.matcher(expression);
		return function.matches() ? new NameReader(function.group(1), '"').name() : null;
	}

	/**
	 * Both sides have one code. In any language the message names a table and the key,
	 * and the child's table besides when rows still refer to the parent. It does not
	 * escape the names' own quotes.
	 */
	private static @Nullable Reference reference(PostgresError error, @Nullable String state) {
		String message = error.message();
		if ("23001".equals(state)) {
			return Reference.CHILD_EXISTS;
		}
		if (message == null || isRaised(error) || hasQuote(error.table()) || hasQuote(error.constraint())) {
			return null;
		}
		return switch ((int) QUOTED.matcher(message).results().count()) {
			case 2 -> Reference.PARENT_MISSING;
			case 3 -> Reference.CHILD_EXISTS;
			default -> null;
		};
	}

	private static boolean hasQuote(@Nullable String name) {
		return name != null && QUOTE.matcher(name).find();
	}

}

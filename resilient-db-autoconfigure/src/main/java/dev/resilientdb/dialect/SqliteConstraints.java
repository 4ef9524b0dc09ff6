package dev.resilientdb.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule SQLite reports: the kind by its result code, the names from its text, which
 * holds no row values and quotes nothing.
 */
final class SqliteConstraints {

	private static final Pattern TEXT = Pattern
		.compile("\\[SQLITE_\\w+\\] [^(]*\\(((?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed)(?:: (.*))?\\)");

	private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

	private static final Pattern ENTRY = Pattern.compile("batch entry (\\d{1,9}): ");

	private SqliteConstraints() {
	}

	/**
	 * The entry of a batch, which the driver writes in front of the message of SQLite.
	 */
	static @Nullable Integer failedRow(String message) {
		Matcher entry = ENTRY.matcher(message);
		return entry.lookingAt() ? Integer.valueOf(entry.group(1)) : null;
	}

	static @Nullable ReportedViolation report(int resultCode, String message) {
		Matcher text = TEXT.matcher(message);
		boolean known = text.matches();
		String names = (known && text.group(2) != null) ? text.group(2) : "";
		return switch (resultCode) {
			case 1555, 2067, 2579 -> columns(ReportedViolation.of(Kind.UNIQUE), names);
			case 1299 -> columns(ReportedViolation.of(Kind.NOT_NULL), names);
			case 275 -> ReportedViolation.of(Kind.CHECK).withConstraint(name(names));
			case 787 -> ReportedViolation.of(Kind.FOREIGN_KEY);
			case 1811 -> raised(known && text.group(1).startsWith("FOREIGN KEY"));
			case 18 -> ReportedViolation.of(Kind.LENGTH);
			case 20, 3091 -> ReportedViolation.of(Kind.FORMAT);
			default -> null;
		};
	}

	/**
	 * A trigger's RAISE, or ON DELETE RESTRICT, which SQLite enforces by a trigger of its
	 * own.
	 */
	private static ReportedViolation raised(boolean foreignKey) {
		return foreignKey ? ReportedViolation.of(Reference.CHILD_EXISTS) : ReportedViolation.of(Kind.CHECK);
	}

	/**
	 * {@code t.a, t.b}, or {@code index 'ix'} for an index on an expression.
	 */
	private static ReportedViolation columns(ReportedViolation violation, String names) {
		if (names.startsWith("index '") && names.endsWith("'")) {
			return violation.withConstraint(names.substring("index '".length(), names.length() - 1));
		}
		String table = null;
		List<String> columns = new ArrayList<>();
		for (String qualified : names.split(", ", -1)) {
			String[] parts = qualified.split("\\.", -1);
			if (parts.length != 2 || (table != null && !table.equals(parts[0]))) {
				return violation;
			}
			table = parts[0];
			columns.add(parts[1]);
		}
		return violation.withTable(table).withColumns(columns);
	}

	/**
	 * A check without a name is reported by its condition.
	 */
	private static @Nullable String name(String text) {
		return NAME.matcher(text).matches() ? text : null;
	}

}

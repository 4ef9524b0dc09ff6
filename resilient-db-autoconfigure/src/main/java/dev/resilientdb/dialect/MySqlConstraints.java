package dev.resilientdb.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule MySQL and MariaDB report. They have no fields for it, so the message must
 * tell, in the language of {@code lc_messages}: names are read where no row value can
 * stand, which is the end of a duplicate's message and all of most others.
 */
final class MySqlConstraints {

	/**
	 * How the server names a key.
	 */
	enum KeyName {

		/**
		 * MySQL since 8.0.19: {@code table.key}.
		 */
		WITH_TABLE,

		/**
		 * MariaDB.
		 */
		ALONE

	}

	// MYSQL_ERRMSG_SIZE is 512; a longer message ends wherever the server cut it
	private static final int LONGEST_MESSAGE = 500;

	private static final String ENGLISH_DUPLICATE = "Duplicate entry '";

	private static final String FOR_KEY = " for key '";

	private static final Pattern LAST_PATH = Pattern.compile("((?:`(?:[^`]|``)+`\\.)*`(?:[^`]|``)+`)[^`']*$");

	private MySqlConstraints() {
	}

	static @Nullable ReportedViolation report(SQLException ex, KeyName keyName) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : "";
		return switch (ex.getErrorCode()) {
			case 1062, 1586 -> duplicate(message, keyName);
			case 1216, 1452 -> foreignKey(message, Reference.PARENT_MISSING);
			case 1217, 1451 -> foreignKey(message, Reference.CHILD_EXISTS);
			case 1048 -> ReportedViolation.of(Kind.NOT_NULL).withColumn(between(message, "'", "'"));
			case 1364 -> ReportedViolation.of(Kind.NOT_NULL).withColumn(firstQuoted(message));
			case 3819 -> ReportedViolation.of(Kind.CHECK).withConstraint(between(message, "'", "'"));
			case 4025 -> check(message);
			case 1406 -> ReportedViolation.of(Kind.LENGTH).withColumn(between(message, "'", "'"));
			case 1264 -> ReportedViolation.of(Kind.RANGE).withColumn(between(message, "'", "'"));
			case 1690 -> ReportedViolation.of(Kind.RANGE);
			case 1265 -> ReportedViolation.of(Kind.FORMAT).withColumn(between(message, "'", "'"));
			case 1292, 1366 -> wrongValue(message);
			default -> null;
		};
	}

	/**
	 * {@code Duplicate entry 'value' for key 'name'}: the value may hold anything, even
	 * the name of another key, but nothing of it stands behind the name.
	 */
	private static ReportedViolation duplicate(String message, KeyName keyName) {
		ReportedViolation violation = ReportedViolation.of(Kind.UNIQUE);
		String key = isCut(message) ? null : lastQuoted(message);
		if (key == null || keyName == KeyName.ALONE) {
			return violation.withConstraint(key);
		}
		String[] parts = key.split("\\.", -1);
		return switch (parts.length) {
			case 1 -> violation.withConstraint(key);
			case 2 -> violation.withTable(parts[0]).withConstraint(parts[1]);
			// A dot of the table or of the key
			default -> violation;
		};
	}

	private static boolean isCut(String message) {
		return message.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE;
	}

	/**
	 * The last quoted text, if the message ends with it. In English the words before it
	 * tell a name with quotes of its own, which is left out.
	 */
	private static @Nullable String lastQuoted(String message) {
		int end = message.length() - 1;
		int start = message.lastIndexOf('\'', end - 1) + 1;
		if (!message.endsWith("'") || start >= end || message.indexOf('\'') >= start - 1) {
			return null;
		}
		boolean english = message.contains(ENGLISH_DUPLICATE) && !message.startsWith(FOR_KEY, start - FOR_KEY.length());
		return english ? null : message.substring(start, end);
	}

	/**
	 * {@code … (`db`.`child`, CONSTRAINT `fk` FOREIGN KEY (`p`) REFERENCES …)}, without
	 * row values; 1216 and 1217 end before the parenthesis.
	 */
	private static ReportedViolation foreignKey(String message, Reference reference) {
		ReportedViolation violation = ReportedViolation.of(reference);
		NameReader reader = new NameReader(message, '`');
		if (!reader.skipPast("(`")) {
			return violation;
		}
		reader.back(1);
		List<String> path = reader.path();
		String constraint = reader.accept(", CONSTRAINT ") ? reader.name() : null;
		List<String> columns = reader.accept(" FOREIGN KEY (") ? reader.names(", ") : List.of();
		return reader.accept(") REFERENCES ") ? of(path, violation).withConstraint(constraint).withColumns(columns)
				: violation;
	}

	/**
	 * {@code CONSTRAINT `ck` failed for `db`.`tbl`}, without row values. The check of a
	 * column has no name: it is called {@code tbl.column}.
	 */
	private static ReportedViolation check(String message) {
		ReportedViolation violation = ReportedViolation.of(Kind.CHECK);
		String name = new NameReader(message, '`').toQuote().name();
		Matcher path = LAST_PATH.matcher(message);
		List<String> names = path.find() ? new NameReader(path.group(1), '`').path() : List.of();
		String table = NameReader.last(names, 0);
		if (name == null || table == null) {
			return violation;
		}
		boolean ofColumn = name.startsWith(table + ".");
		ReportedViolation placed = of(names, violation);
		return ofColumn ? placed.withColumn(name.substring(table.length() + 1)) : placed.withConstraint(name);
	}

	private static ReportedViolation of(List<String> path, ReportedViolation violation) {
		return violation.withSchema(NameReader.last(path, 1)).withTable(NameReader.last(path, 0));
	}

	/**
	 * MariaDB: {@code Incorrect … value: 'zz' for column `db`.`t`.`c` at row 1}; MySQL:
	 * {@code … for column 'c' at row 1}.
	 */
	private static ReportedViolation wrongValue(String message) {
		ReportedViolation violation = ReportedViolation.of(Kind.FORMAT);
		if (isCut(message)) {
			return violation;
		}
		Matcher path = LAST_PATH.matcher(message);
		if (path.find()) {
			List<String> names = new NameReader(path.group(1), '`').path();
			String table = (names.size() > 1) ? names.get(names.size() - 2) : null;
			return violation.withTable(table).withColumn(names.get(names.size() - 1));
		}
		int end = message.lastIndexOf('\'');
		int start = message.lastIndexOf('\'', end - 1);
		boolean ofColumn = start > 0 && message.startsWith(" for column ", start - 12)
				&& message.startsWith(" at row ", end + 1);
		return ofColumn ? violation.withColumn(message.substring(start + 1, end)) : violation;
	}

	/**
	 * The text between the first opening and the last closing mark.
	 */
	private static @Nullable String between(String message, String opening, String closing) {
		int start = message.indexOf(opening) + opening.length();
		int end = message.lastIndexOf(closing);
		return (start >= opening.length() && start < end) ? message.substring(start, end) : null;
	}

	private static @Nullable String firstQuoted(String message) {
		int start = message.indexOf('\'') + 1;
		int end = message.indexOf('\'', start);
		return (start > 0 && start < end) ? message.substring(start, end) : null;
	}

}

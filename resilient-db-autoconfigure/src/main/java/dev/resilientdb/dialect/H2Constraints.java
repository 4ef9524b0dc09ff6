package dev.resilientdb.dialect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * Which rule H2 reports. Its messages put each parameter in quotes with inner quotes and
 * backslashes doubled and unprintable characters escaped, in the JVM's language and then
 * in English; the statement follows. Names inside that are not ASCII are escaped again.
 */
final class H2Constraints {

	private static final Pattern TYPED = Pattern
		.compile("(.+) (?:CHARACTER|VARCHAR_IGNORECASE|BINARY|JAVA_OBJECT|JSON)\\b[^\"]*", Pattern.DOTALL);

	private H2Constraints() {
	}

	static @Nullable ReportedViolation report(SQLException ex) {
		String parameter = parameter(ex);
		return switch (ex.getErrorCode()) {
			case 23505 -> duplicate(parameter);
			case 23502, 23507 -> ReportedViolation.of(Kind.NOT_NULL).withColumn(nonEmpty(parameter));
			case 23503 -> foreignKey(parameter, Reference.CHILD_EXISTS);
			case 23506 -> foreignKey(parameter, Reference.PARENT_MISSING);
			case 23513, 23514 -> check(parameter);
			case 22001 -> ReportedViolation.of(Kind.LENGTH).withColumn(typedColumn(parameter));
			case 22003, 22004 -> ReportedViolation.of(Kind.RANGE);
			case 22007, 22018, 22030 -> ReportedViolation.of(Kind.FORMAT);
			default -> null;
		};
	}

	/**
	 * {@code NAME CHARACTER VARYING(10)}, with the name as it is.
	 */
	private static @Nullable String typedColumn(String parameter) {
		Matcher typed = TYPED.matcher(parameter);
		return typed.matches() ? typed.group(1) : null;
	}

	private static String parameter(SQLException ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : "";
		int statement = message.indexOf("; SQL statement:");
		boolean parameterless = statement >= 0 && statement < message.indexOf('"');
		String parameter = parameterless ? null : new NameReader(message, '"').toQuote().name();
		return (parameter != null) ? UnicodeEscapes.decode(parameter) : "";
	}

	private static @Nullable String nonEmpty(String name) {
		return name.isEmpty() ? null : name;
	}

	/**
	 * {@code S.UK INDEX S.UK_INDEX_3 ON S.T(A NULLS FIRST, B) VALUES …} since 2.4.240,
	 * {@code S.UK_INDEX_3 ON S.T(A) VALUES …} before; a primary key is
	 * {@code S.PK PRIMARY KEY ON …} or {@code PRIMARY KEY ON …}.
	 */
	private static ReportedViolation duplicate(String parameter) {
		ReportedViolation violation = ReportedViolation.of(Kind.UNIQUE);
		NameReader reader = NameReader.withUnicodeEscapes(parameter);
		String constraint = null;
		if (!reader.accept("PRIMARY KEY ON ")) {
			constraint = reader.lastOfPath();
			if (reader.accept(" INDEX ")) {
				reader.path();
			}
			if (!reader.accept(" PRIMARY KEY ON ") && !reader.accept(" ON ")) {
				return violation;
			}
		}
		List<String> path = reader.path();
		if (path.isEmpty() || !reader.accept("(")) {
			return violation;
		}
		return of(path, violation).withConstraint(constraint).withColumns(keyColumns(reader));
	}

	private static ReportedViolation of(List<String> path, ReportedViolation violation) {
		return violation.withSchema(NameReader.last(path, 1)).withTable(NameReader.last(path, 0));
	}

	private static List<String> keyColumns(NameReader reader) {
		List<String> columns = new ArrayList<>();
		do {
			String column = reader.name();
			if (column == null) {
				return List.of();
			}
			columns.add(column);
			reader.accept(" DESC");
			reader.accept(" NULLS FIRST");
			reader.accept(" NULLS LAST");
		}
		while (reader.accept(", "));
		return reader.accept(")") ? columns : List.of();
	}

	/**
	 * {@code FK: S.CHILD FOREIGN KEY(P) REFERENCES S.PARENT(ID) (99)}. The name is not
	 * quoted, so that it ends at the first colon behind which the rest makes sense.
	 */
	private static ReportedViolation foreignKey(String parameter, Reference reference) {
		int colon = parameter.indexOf(": ");
		while (colon > 0) {
			NameReader reader = NameReader.withUnicodeEscapes(parameter.substring(colon + 2));
			List<String> path = reader.path();
			List<String> columns = reader.accept(" FOREIGN KEY(") ? reader.names(", ") : List.of();
			if (reader.accept(") REFERENCES ")) {
				return of(path, ReportedViolation.of(reference)).withConstraint(parameter.substring(0, colon))
					.withColumns(columns);
			}
			colon = parameter.indexOf(": ", colon + 1);
		}
		return ReportedViolation.of(reference);
	}

	/**
	 * {@code CK: }, without an expression.
	 */
	private static ReportedViolation check(String parameter) {
		boolean named = parameter.endsWith(": ") && parameter.length() > 2;
		return ReportedViolation.of(Kind.CHECK)
			.withConstraint(named ? parameter.substring(0, parameter.length() - 2) : null);
	}

}

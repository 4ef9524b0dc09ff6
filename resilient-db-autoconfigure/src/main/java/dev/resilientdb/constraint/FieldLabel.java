package dev.resilientdb.constraint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a sentence calls the columns of a constraint: {@code emailAddress} and
 * {@code EMAIL_ADDRESS} are both "email address".
 */
final class FieldLabel {

	private FieldLabel() {
	}

	/**
	 * The label, empty when no column is known.
	 */
	static String of(ConstraintViolation violation) {
		List<String> names = violation.attributes().isEmpty() ? violation.columns() : violation.attributes();
		return names.stream().map(FieldLabel::words).collect(Collectors.joining(", "));
	}

	private static String words(String name) {
		String last = name.substring(name.lastIndexOf('.') + 1);
		return last.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
			.replaceAll("[_\\s]+", " ")
			.strip()
			.toLowerCase(Locale.ROOT);
	}

}

package dev.resilientdb.migration;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Compares versions of applications by their numbers. What follows them, such as
 * {@code -SNAPSHOT}, makes no version older.
 */
final class VersionOrder {

	private static final Pattern NUMBERS = Pattern.compile("[vV]?(\\d+(\\.\\d+)*)([.\\-_+ ].*)?");

	private VersionOrder() {
	}

	/**
	 * Compares two versions.
	 * @return null when one of them does not begin with numbers
	 */
	static @Nullable Integer compare(String one, String other) {
		Matcher left = NUMBERS.matcher(one.strip());
		Matcher right = NUMBERS.matcher(other.strip());
		if (!left.matches() || !right.matches()) {
			return null;
		}
		String[] numbers = left.group(1).split("\\.", -1);
		String[] others = right.group(1).split("\\.", -1);
		int result = 0;
		for (int i = 0; result == 0 && i < Math.max(numbers.length, others.length); i++) {
			result = number(numbers, i).compareTo(number(others, i));
		}
		return result;
	}

	private static BigInteger number(String[] numbers, int i) {
		return (i < numbers.length) ? new BigInteger(numbers[i]) : BigInteger.ZERO;
	}

}

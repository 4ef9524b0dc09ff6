package dev.resilientdb.lint;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Version of a script, ordered as Flyway does: 1.2 before 1.10, and 1 is 1.0.
 *
 * @param parts its numbers, without zeros at the end
 */
record ScriptVersion(List<BigInteger> parts) implements Comparable<ScriptVersion> {

	static ScriptVersion parse(String text) {
		String plain = text.strip().replaceFirst("^[VvBb](?=\\d)", "").replace('_', '.');
		if (!plain.matches("\\d+(\\.\\d+)*")) {
			throw new IllegalArgumentException("A version is written as 12 or 2024.11.1, not as " + text);
		}
		List<BigInteger> numbers = Arrays.stream(plain.split("\\.", -1))
			.map(BigInteger::new)
			.collect(Collectors.toList());
		while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
			numbers.remove(numbers.size() - 1);
		}
		return new ScriptVersion(List.copyOf(numbers));
	}

	@Override
	public int compareTo(ScriptVersion other) {
		for (int i = 0; i < Math.min(this.parts.size(), other.parts.size()); i++) {
			int order = this.parts.get(i).compareTo(other.parts.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(this.parts.size(), other.parts.size());
	}

	@Override
	public String toString() {
		return this.parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
	}

}

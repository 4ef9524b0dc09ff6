package dev.resilientdb.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Objects that a run created, by the names under which it did. For one thread.
 */
final class CreatedObjects {

	// Full names by the last part
	private final Map<String, Set<String>> names = new HashMap<>();

	void add(String key) {
		this.names.computeIfAbsent(simple(key), (simple) -> new HashSet<>()).add(key);
	}

	boolean remove(String key) {
		Set<String> alike = this.names.get(simple(key));
		return alike != null && alike.remove(key);
	}

	boolean contains(String key) {
		Set<String> alike = this.names.get(simple(key));
		return alike != null && alike.contains(key);
	}

	void clear() {
		this.names.clear();
	}

	/**
	 * The name under which an object was created that is called so now, with its schema
	 * or without; the given one when there is none.
	 */
	String resembling(SqlName name) {
		Set<String> alike = this.names.getOrDefault(name.simpleKey(), Set.of());
		if (name.isQualified()) {
			return alike.contains(name.simpleKey()) ? name.simpleKey() : name.key();
		}
		return alike.stream().findFirst().orElse(name.key());
	}

	private static String simple(String key) {
		return key.substring(key.lastIndexOf('.') + 1);
	}

}

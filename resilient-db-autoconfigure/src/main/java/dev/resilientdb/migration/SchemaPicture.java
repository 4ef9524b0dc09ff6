package dev.resilientdb.migration;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a schema consists of.
 *
 * @param aspects values by kind, table, object and aspect
 */
record SchemaPicture(Map<Key, String> aspects) {

	private static final Set<String> OF_FLYWAY = Set.of("installed_rank", "script", "checksum", "installed_on");

	private static final Set<String> OF_RUNS = Set.of("highest_rank", "ink_checksum", "min_app_version",
			"transactional");

	private static final Set<String> OF_STATES = Set.of("history", "kind", "written", "content");

	SchemaPicture {
		aspects = Map.copyOf(aspects);
	}

	static SchemaPicture read(String text) {
		Map<Key, String> aspects = new HashMap<>();
		for (String line : text.split("\n", -1)) {
			String[] fields = line.split("\t", -1);
			if (fields.length == 5) {
				aspects.put(new Key(fields[0], fields[1], fields[2], fields[3]), fields[4]);
			}
		}
		return new SchemaPicture(aspects);
	}

	String write() {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(this.aspects).forEach((key, value) -> text.append(key.kind())
			.append('\t')
			.append(key.table())
			.append('\t')
			.append(key.object())
			.append('\t')
			.append(key.aspect())
			.append('\t')
			.append(value)
			.append('\n'));
		return text.toString();
	}

	/**
	 * Tables that look like histories of Flyway.
	 */
	Set<String> histories() {
		return tables(OF_FLYWAY);
	}

	/**
	 * Tables that look like the guard's own, whatever they were called when it wrote
	 * them.
	 */
	Set<String> ledgers() {
		Set<String> runs = tables(OF_RUNS);
		Set<String> ledgers = new HashSet<>(tables(OF_STATES));
		Set<String> states = runs.stream()
			.map((table) -> (table + LedgerTables.STATE).toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		ledgers.removeIf((table) -> !states.contains(table.toLowerCase(Locale.ROOT)));
		ledgers.addAll(runs);
		return ledgers;
	}

	private Set<String> tables(Set<String> wanted) {
		Map<String, Set<String>> columns = new HashMap<>();
		for (Key key : this.aspects.keySet()) {
			String column = key.object().toLowerCase(Locale.ROOT);
			if ("column".equals(key.kind()) && wanted.contains(column)) {
				columns.computeIfAbsent(key.table(), (table) -> new HashSet<>()).add(column);
			}
		}
		columns.values().removeIf((names) -> !names.equals(wanted));
		return columns.keySet();
	}

	SchemaPicture without(Collection<String> tables) {
		Map<Key, String> rest = new HashMap<>(this.aspects);
		rest.keySet().removeIf((key) -> tables.contains(key.table()));
		return new SchemaPicture(rest);
	}

	/**
	 * What is described.
	 *
	 * @param kind such as column
	 * @param object empty for the table itself
	 * @param aspect such as type, empty for existence
	 */
	record Key(String kind, String table, String object, String aspect) implements Comparable<Key> {

		private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
			.thenComparing(Key::table)
			.thenComparing(Key::object)
			.thenComparing(Key::aspect);

		@Override
		public int compareTo(Key other) {
			return ORDER.compare(this, other);
		}

		/**
		 * The object, whatever is said of it.
		 */
		Key withoutAspect() {
			return new Key(this.kind, this.table, this.object, "");
		}

		/**
		 * Its name for people.
		 */
		String words() {
			String name = this.object.isEmpty() ? this.table : this.table + "." + this.object;
			return this.kind + " " + name;
		}

	}

}

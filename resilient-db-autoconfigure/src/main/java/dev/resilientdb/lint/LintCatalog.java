package dev.resilientdb.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What the live catalogue knows before the scripts run; what is missing is unknown. Each
 * table stands there under every name by which a script may call it, such as
 * {@code orders} and {@code shop.orders}. Case does not matter.
 *
 * @param rows estimated rows by table; leave out tables that were never analysed, 0 says
 * that a table is known to be empty
 * @param columnTypes types such as {@code varchar(20)} by {@code table.column}
 * @param notNullChecks columns {@code table.column} that a validated check keeps from
 * being null
 * @param relations all tables, views, materialized views and indexes that are there,
 * those of the scripts' bookkeeping left out; null when nobody counted
 */
public record LintCatalog(Map<String, Long> rows, Map<String, String> columnTypes, Set<String> notNullChecks,
		@Nullable Set<String> relations) {

	/**
	 * Nothing is known, as in a build.
	 */
	public static final LintCatalog UNKNOWN = new LintCatalog(Map.of(), Map.of(), Set.of());

	/**
	 * Nothing is there: whatever the scripts find, they have created.
	 */
	public static final LintCatalog EMPTY = new LintCatalog(Map.of(), Map.of(), Set.of(), Set.of());

	public LintCatalog {
		rows = folded(rows);
		columnTypes = folded(columnTypes);
		notNullChecks = folded(notNullChecks);
		relations = (relations != null) ? folded(relations) : null;
	}

	/**
	 * Creates a catalogue that may lack relations.
	 */
	public LintCatalog(Map<String, Long> rows, Map<String, String> columnTypes, Set<String> notNullChecks) {
		this(rows, columnTypes, notNullChecks, null);
	}

	/**
	 * Creates a catalogue that knows sizes alone.
	 */
	public static LintCatalog ofRows(Map<String, Long> rows) {
		return new LintCatalog(rows, Map.of(), Set.of());
	}

	/**
	 * Estimated rows of a table, null when unknown.
	 */
	@Nullable Long rows(String table) {
		Long known = this.rows.get(table);
		return (known == null && this.relations != null && !this.relations.contains(table)) ? Long.valueOf(0) : known;
	}

	/**
	 * Whether the schema is known to hold nothing.
	 */
	boolean isEmpty() {
		return this.relations != null && this.relations.isEmpty();
	}

	/**
	 * Type of a column in lower case, null when unknown.
	 */
	@Nullable String type(String table, String column) {
		String type = this.columnTypes.get(table + "." + column);
		return (type != null) ? type.toLowerCase(Locale.ROOT) : null;
	}

	/**
	 * Whether a validated check keeps the column from being null.
	 */
	boolean isCheckedNotNull(String table, String column) {
		return this.notNullChecks.contains(table + "." + column);
	}

	private static <V> Map<String, V> folded(Map<String, V> values) {
		Map<String, V> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		folded.putAll(values);
		return folded;
	}

	private static Set<String> folded(Set<String> names) {
		Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		folded.addAll(names);
		return folded;
	}

}

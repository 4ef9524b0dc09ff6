package dev.resilientdb.migration;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kind and the object of a statement, without any value in it.
 *
 * @param text such as {@code CREATE TABLE orders}
 * @param changesSchema whether it may end a transaction on products that have no others
 * @param endsTransactions whether it may end a transaction on any product
 */
record StatementHead(String text, boolean changesSchema, boolean endsTransactions) {

	private static final Pattern COMMENTS = Pattern.compile("^(\\s+|--[^\\n]*(\\n|$)|#[^\\n]*(\\n|$)|/\\*.*?\\*/)++",
			Pattern.DOTALL);

	private static final int LONGEST = 500;

	private static final Pattern NAME = Pattern.compile("[\\p{L}_\"`\\[][\\p{L}\\p{N}_$.\"`\\[\\]]{0,127}");

	private static final Set<String> SCHEMA = Set.of("CREATE", "ALTER", "DROP", "RENAME", "REINDEX");

	private static final Set<String> OBJECTS = Set.of("TABLE", "INDEX", "VIEW", "SEQUENCE", "SCHEMA", "TYPE",
			"FUNCTION", "PROCEDURE", "TRIGGER", "DATABASE", "EXTENSION", "DOMAIN", "POLICY", "EVENT", "RULE");

	private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE");

	private static final Set<String> NOISE = Set.of("IF", "NOT", "EXISTS", "CONCURRENTLY", "ONLY", "INTO", "FROM",
			"IGNORE", "LOW_PRIORITY", "TABLE");

	private static final Set<String> OTHERS = Set.of("GRANT", "REVOKE", "COMMENT", "ANALYZE", "VACUUM", "CALL", "DO",
			"LOCK", "UNLOCK", "REFRESH", "BEGIN", "COMMIT", "PRAGMA", "USE", "OPTIMIZE", "CLUSTER", "COPY", "LOAD");

	private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK", "ABORT", "PREPARE");

	// SET STATEMENT ... FOR of MariaDB, and what commits
	private static final Pattern SWITCH = Pattern.compile("^set\\b.*\\b(statement|autocommit)\\b",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Set<String> HARMLESS = Set.of("SELECT", "SET", "INSERT", "UPDATE", "DELETE", "MERGE",
			"REPLACE", "WITH", "VALUES");

	static StatementHead of(String sql) {
		String body = COMMENTS.matcher(sql).replaceFirst("");
		String start = body.substring(0, Math.min(body.length(), LONGEST));
		List<String> words = Arrays.asList(start.split("[\\s(),;]+", -1));
		String verb = words.get(0).toUpperCase(Locale.ROOT);
		Iterator<String> rest = words.listIterator(1);
		if (SCHEMA.contains(verb)) {
			return new StatementHead(verb + object(rest), true, false);
		}
		if (ROWS.contains(verb)) {
			return new StatementHead(verb + name(rest), !HARMLESS.contains(verb), false);
		}
		boolean known = HARMLESS.contains(verb) || OTHERS.contains(verb);
		boolean harmless = HARMLESS.contains(verb) && !SWITCH.matcher(start).find();
		return new StatementHead(known ? verb : "statement", !harmless, ENDS.contains(verb));
	}

	private static String object(Iterator<String> words) {
		while (words.hasNext()) {
			String word = words.next().toUpperCase(Locale.ROOT);
			if (OBJECTS.contains(word)) {
				return " " + word + name(words);
			}
		}
		return "";
	}

	private static String name(Iterator<String> words) {
		while (words.hasNext()) {
			String word = words.next();
			if (!NOISE.contains(word.toUpperCase(Locale.ROOT))) {
				return NAME.matcher(word).matches() ? " " + word : "";
			}
		}
		return "";
	}

}

package dev.resilientdb.constraint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in a statement as far as they can be told without knowing the product's
 * grammar: what is not plain is not told.
 */
final class SqlText {

	private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update");

	private static final Set<String> AFTER_TABLE = Set.of("where", "join", "inner", "left", "right", "full", "cross",
			"natural", "on", "using", "set", "values", "select", "order", "group", "having", "limit", "offset", "fetch",
			"for", "union", "with", "default", "window");

	private static final Set<String> AFTER_CONDITIONS = Set.of("select", "order", "group", "having", "limit", "offset",
			"fetch", "for", "union", "intersect", "except", "window");

	private final List<SqlWord> words;

	private SqlText(List<SqlWord> words) {
		this.words = words;
	}

	static SqlText of(String text) {
		return new SqlText(SqlWord.read(text));
	}

	boolean startsWith(String keyword) {
		return at(0).isKeyword(keyword);
	}

	/**
	 * The tables that are read or written, with the name by which the statement calls
	 * each; empty when it calls one table by several names.
	 */
	Map<String, String> tables() {
		Map<String, String> names = new HashMap<>();
		boolean expected = false;
		for (int i = 0; i < this.words.size(); i++) {
			if (expected && at(i).isName()) {
				int table = lastPart(i);
				i = called(table);
				if (names.putIfAbsent(at(table).text(), at(i).text()) != null) {
					return Map.of();
				}
				expected = at(i + 1).is(",");
				i += expected ? 1 : 0;
			}
			else {
				expected = at(i).isKeyword(BEFORE_TABLE);
			}
		}
		return names;
	}

	/**
	 * The columns of a table that stand in the statement's conditions.
	 */
	Set<String> conditions(String table) {
		Map<String, String> tables = tables();
		String name = tables.get(table);
		Set<String> columns = new HashSet<>();
		boolean inside = false;
		for (int i = 0; i < this.words.size() && name != null; i++) {
			SqlWord word = at(i);
			if (word.isKeyword("where")) {
				inside = true;
			}
			else if (word.isKeyword(AFTER_CONDITIONS)) {
				inside = false;
			}
			else if (inside && word.isName() && belongs(i, name, tables.size())) {
				columns.add(word.text());
			}
		}
		return columns;
	}

	private boolean belongs(int i, String name, int tables) {
		if (at(i + 1).is(".") || at(i + 1).is("(")) {
			return false;
		}
		return at(i - 1).is(".") ? at(i - 2).text().equals(name) : tables == 1;
	}

	private int lastPart(int i) {
		int last = i;
		while (at(last + 1).is(".") && at(last + 2).isName()) {
			last += 2;
		}
		return last;
	}

	// Where the name stands by which the statement calls a table
	private int called(int table) {
		int next = at(table + 1).isKeyword("as") ? table + 2 : table + 1;
		return (at(next).isName() && !at(next).isKeyword(AFTER_TABLE)) ? next : table;
	}

	private SqlWord at(int i) {
		return (i >= 0 && i < this.words.size()) ? this.words.get(i) : SqlWord.NONE;
	}

}

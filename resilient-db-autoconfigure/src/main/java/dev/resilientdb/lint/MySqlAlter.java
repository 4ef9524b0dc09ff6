package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a statement changes in the structure of a table, whichever statement it is.
 *
 * @param table the table
 * @param actions its changes; a statement on an index is one of them
 * @param clauses what it says about the way
 */
record MySqlAlter(SqlName table, List<AlterAction> actions, MySqlClauses clauses) {

	private static final Set<String> CLAUSES = Set.of("algorithm", "lock");

	/**
	 * Reads a statement, null when it changes no table.
	 */
	static @Nullable MySqlAlter of(Examination statement) {
		Change change = statement.change();
		if (change instanceof Change.AlterTable alter && alter.kind().equals("table")) {
			return of(alter.table(), split(alter.actions()), statement);
		}
		TokenCursor cursor = statement.statement().cursor();
		if (change instanceof Change.CreateIndex index) {
			cursor.next();
			cursor.take("or", "replace");
			return of(index.table(), List.of(action("add", index.table(), cursor)), statement);
		}
		if (cursor.isAt("drop", "index")) {
			SqlName table = indexed(statement.statement());
			return (table != null) ? of(table, List.of(AlterAction.read(table, cursor.rest())), statement) : null;
		}
		return cursor.take("optimize") ? optimized(cursor, statement) : null;
	}

	/**
	 * The statement again with a clause, for advice.
	 */
	String with(String clause) {
		StringBuilder text = new StringBuilder("ALTER TABLE ").append(this.table.written());
		for (AlterAction action : this.actions) {
			text.append(' ').append(SqlWriting.of(action.tokens())).append(',');
		}
		return text + " " + clause + ";";
	}

	/**
	 * Its changes as tools for such changes want them.
	 */
	String changes() {
		return String.join(", ", this.actions.stream().map((action) -> SqlWriting.of(action.tokens())).toList());
	}

	private static MySqlAlter of(SqlName table, List<AlterAction> actions, Examination statement) {
		List<AlterAction> changes = new ArrayList<>(actions);
		changes.removeIf((action) -> action.tokens().isEmpty() || action.tokens().get(0).isAny(CLAUSES));
		return new MySqlAlter(table, List.copyOf(changes), MySqlClauses.of(statement.statement()));
	}

	private static AlterAction action(String verb, SqlName table, TokenCursor cursor) {
		List<SqlToken> tokens = new ArrayList<>(List.of(SqlToken.word(verb, cursor.peek().line())));
		TokenCursor rest = new TokenCursor(cursor.rest());
		while (!rest.atEnd() && !rest.peek().isAny(CLAUSES)) {
			if (rest.isAt("on") && rest.peek(1).isName()) {
				rest.next();
				rest.name();
				continue;
			}
			int before = rest.rest().size();
			List<SqlToken> item = rest.rest();
			rest.skipItem();
			tokens.addAll(item.subList(0, before - rest.rest().size()));
		}
		return AlterAction.read(table, List.copyOf(tokens));
	}

	private static @Nullable SqlName indexed(SqlStatement statement) {
		TokenCursor cursor = statement.cursor();
		return (cursor.skipTo("on") && cursor.take("on")) ? cursor.name() : null;
	}

	private static @Nullable MySqlAlter optimized(TokenCursor cursor, Examination statement) {
		cursor.take("no_write_to_binlog");
		cursor.take("local");
		SqlName table = cursor.take("table") ? cursor.name() : null;
		return (table != null) ? of(table,
				List.of(AlterAction.read(table, List.of(SqlToken.word("force", statement.statement().line())))),
				statement) : null;
	}

	// ADD (a INT, b INT) is two changes
	private static List<AlterAction> split(List<AlterAction> actions) {
		List<AlterAction> changes = new ArrayList<>();
		for (AlterAction action : actions) {
			TokenCursor cursor = action.cursor();
			boolean isAdded = cursor.take("add");
			cursor.take("column");
			List<SqlToken> group = isAdded ? cursor.group() : List.of();
			TokenCursor.items(group).forEach((item) -> changes.add(added(action.table(), item)));
			if (group.isEmpty()) {
				changes.add(action);
			}
		}
		return changes;
	}

	private static AlterAction added(SqlName table, List<SqlToken> item) {
		List<SqlToken> tokens = new ArrayList<>(List.of(SqlToken.word("add", item.get(0).line())));
		tokens.addAll(item);
		return AlterAction.read(table, List.copyOf(tokens));
	}

}

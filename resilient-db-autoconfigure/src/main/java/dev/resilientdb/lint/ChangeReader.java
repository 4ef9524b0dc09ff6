package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement changes from its head.
 */
final class ChangeReader {

	private static final Set<String> MODIFIERS = Set.of("or", "replace", "global", "local", "temporary", "temp",
			"unlogged", "unique", "fulltext", "spatial", "recursive", "foreign", "external", "memory", "cached", "hash",
			"default", "trusted");

	private static final Set<String> ALTER_MODIFIERS = Set.of("foreign", "online", "ignore");

	private static final Set<String> KINDS = Set.of("view", "type", "domain", "sequence", "schema", "database", "index",
			"function", "procedure", "trigger", "extension", "role", "user", "rule", "policy", "statistics",
			"collation", "aggregate", "event", "tablespace", "publication", "subscription", "synonym", "package");

	private ChangeReader() {
	}

	static Change read(TokenCursor cursor) {
		if (cursor.take("create")) {
			return create(cursor);
		}
		if (cursor.take("rename", "table")) {
			return rename(cursor);
		}
		if (cursor.take("alter")) {
			return alter(cursor);
		}
		Change change = cursor.take("drop") ? drop(cursor) : null;
		return (change != null) ? change : new Change.Other();
	}

	private static Change create(TokenCursor cursor) {
		boolean unique = false;
		while (cursor.peek().isAny(MODIFIERS)) {
			unique |= cursor.next().is("unique");
		}
		if (cursor.take("index")) {
			return createIndex(cursor, unique);
		}
		Change change = cursor.take("table") ? createTable(cursor) : createOther(cursor);
		return (change != null) ? change : new Change.Other();
	}

	private static Change createIndex(TokenCursor cursor, boolean unique) {
		boolean concurrently = cursor.take("concurrently");
		boolean conditional = cursor.take("if", "not", "exists");
		SqlName name = cursor.isAt("on") ? null : cursor.name();
		cursor.skipTo("on");
		cursor.take("on");
		cursor.take("only");
		SqlName table = cursor.name();
		if (table == null) {
			return new Change.Other();
		}
		if (cursor.take("using")) {
			cursor.next();
		}
		return new Change.CreateIndex(name, table, new Change.IndexOptions(unique, concurrently, conditional),
				TokenCursor.items(cursor.group()));
	}

	private static @Nullable Change createTable(TokenCursor cursor) {
		boolean conditional = cursor.take("if", "not", "exists");
		SqlName table = cursor.name();
		if (table == null) {
			return null;
		}
		List<ColumnDefinition> columns = new ArrayList<>();
		List<AddedConstraint> constraints = new ArrayList<>();
		for (List<SqlToken> item : TokenCursor.items(cursor.group())) {
			AddedConstraint constraint = AddedConstraint.read(new TokenCursor(item));
			ColumnDefinition column = (constraint == null) ? ColumnDefinition.read(new TokenCursor(item)) : null;
			if (constraint != null) {
				constraints.add(constraint);
			}
			if (column != null) {
				columns.add(column);
			}
		}
		return new Change.CreateTable(table, conditional, List.copyOf(columns), List.copyOf(constraints));
	}

	private static @Nullable Change createOther(TokenCursor cursor) {
		String kind = kind(cursor);
		boolean conditional = cursor.take("if", "not", "exists");
		SqlName name = (kind != null) ? cursor.name() : null;
		return (kind != null && name != null) ? new Change.Create(kind, name, conditional) : null;
	}

	private static Change alter(TokenCursor cursor) {
		skipModifiers(cursor);
		String kind = cursor.take("table") ? "table" : kind(cursor);
		if (kind == null) {
			return new Change.Other();
		}
		cursor.take("if", "exists");
		cursor.take("only");
		SqlName table = cursor.name();
		skipPatience(cursor);
		if (table == null) {
			return new Change.Other();
		}
		List<AlterAction> actions = TokenCursor.items(cursor.rest())
			.stream()
			.map((item) -> AlterAction.read(table, item))
			.toList();
		return new Change.AlterTable(kind, table, actions);
	}

	private static void skipModifiers(TokenCursor cursor) {
		while (cursor.peek().isAny(ALTER_MODIFIERS)) {
			cursor.next();
		}
	}

	// PostgreSQL's asterisk, MariaDB's WAIT 5 and NOWAIT
	private static void skipPatience(TokenCursor cursor) {
		cursor.takeSign("*");
		if (cursor.take("wait")) {
			cursor.next();
		}
		cursor.take("nowait");
	}

	// MySQL's RENAME TABLE a TO b, c TO d
	private static Change rename(TokenCursor cursor) {
		List<AlterAction> actions = new ArrayList<>();
		for (List<SqlToken> item : TokenCursor.items(cursor.rest())) {
			TokenCursor names = new TokenCursor(item);
			names.take("if", "exists");
			SqlName table = names.name();
			if (table != null && names.isAt("to")) {
				List<SqlToken> tokens = new ArrayList<>(List.of(SqlToken.word("rename", item.get(0).line())));
				tokens.addAll(names.rest());
				actions.add(AlterAction.read(table, List.copyOf(tokens)));
			}
		}
		return actions.isEmpty() ? new Change.Other()
				: new Change.AlterTable("table", actions.get(0).table(), List.copyOf(actions));
	}

	private static @Nullable Change drop(TokenCursor cursor) {
		cursor.take("temporary");
		cursor.take("foreign");
		String kind = cursor.take("table") ? "table" : kind(cursor);
		if (kind == null) {
			return null;
		}
		boolean concurrently = cursor.take("concurrently");
		cursor.take("if", "exists");
		List<SqlName> names = new ArrayList<>();
		do {
			SqlName name = cursor.name();
			if (name != null) {
				names.add(name);
			}
			cursor.group();
		}
		while (cursor.takeSign(","));
		return new Change.Drop(kind, List.copyOf(names), concurrently, cursor.skipTo("cascade"));
	}

	private static @Nullable String kind(TokenCursor cursor) {
		if (cursor.take("materialized", "view")) {
			return "materialized view";
		}
		return cursor.peek().isAny(KINDS) ? cursor.next().text() : null;
	}

}

package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table as a statement defines it.
 *
 * @param name null when the product chooses one
 * @param kind what it demands
 * @param columns what it is about, empty when that is no plain list of columns
 * @param tokens everything behind its name
 * @param line where it stands
 */
record AddedConstraint(@Nullable SqlName name, Kind kind, List<SqlName> columns, List<SqlToken> tokens, int line) {

	private static final Set<Kind> LISTS_COLUMNS = EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY);

	/**
	 * Passes a constraint, null when none stands here.
	 */
	static @Nullable AddedConstraint read(TokenCursor cursor) {
		int line = cursor.peek().line();
		SqlName name = cursor.take("constraint") ? cursor.name() : null;
		List<SqlToken> tokens = cursor.rest();
		Kind kind = kind(cursor);
		return (kind != null) ? new AddedConstraint(name, kind, columns(kind, cursor), tokens, line) : null;
	}

	boolean isNotValid() {
		return new TokenCursor(this.tokens).skipTo("not", "valid");
	}

	boolean usesIndex() {
		return new TokenCursor(this.tokens).skipTo("using", "index") && columns().isEmpty();
	}

	/**
	 * Whether its columns should be named and are not.
	 */
	boolean isIncomplete() {
		return LISTS_COLUMNS.contains(this.kind) && this.columns.isEmpty() && !usesIndex();
	}

	/**
	 * The table that a foreign key points to, null when it is none.
	 */
	@Nullable SqlName referenced() {
		TokenCursor cursor = new TokenCursor(this.tokens);
		if (this.kind != Kind.FOREIGN_KEY || !cursor.skipTo("references")) {
			return null;
		}
		cursor.next();
		return cursor.name();
	}

	/**
	 * The column that it keeps from being null, null when it does something else.
	 */
	@Nullable SqlName notNullColumn() {
		if (this.kind == Kind.NOT_NULL) {
			return this.columns.get(0);
		}
		TokenCursor cursor = new TokenCursor(this.tokens);
		if (this.kind != Kind.CHECK || !cursor.take("check")) {
			return null;
		}
		List<SqlToken> condition = cursor.group();
		while (condition.size() > 2 && condition.get(0).isSign("(")) {
			condition = condition.subList(1, condition.size() - 1);
		}
		TokenCursor inside = new TokenCursor(condition);
		SqlName column = inside.name();
		return (column != null && inside.take("is", "not", "null") && inside.atEnd()) ? column : null;
	}

	private static @Nullable Kind kind(TokenCursor cursor) {
		if (cursor.take("primary", "key")) {
			return Kind.PRIMARY_KEY;
		}
		if (cursor.take("foreign", "key")) {
			return Kind.FOREIGN_KEY;
		}
		if (cursor.take("not", "null")) {
			return Kind.NOT_NULL;
		}
		Kind kind = switch (cursor.peek().text()) {
			case "unique" -> Kind.UNIQUE;
			case "check" -> Kind.CHECK;
			case "exclude" -> Kind.EXCLUDE;
			default -> null;
		};
		return (kind != null && cursor.next().kind() == SqlToken.Kind.WORD) ? kind : null;
	}

	private static List<SqlName> columns(Kind kind, TokenCursor cursor) {
		if (kind == Kind.NOT_NULL) {
			SqlName column = cursor.name();
			return (column != null) ? List.of(column) : List.of(SqlName.of("?"));
		}
		cursor.take("nulls", "not", "distinct");
		List<SqlName> columns = new ArrayList<>();
		if (LISTS_COLUMNS.contains(kind)) {
			for (List<SqlToken> item : TokenCursor.items(cursor.group())) {
				SqlName column = new TokenCursor(item).name();
				columns.add((column != null) ? column : SqlName.of("?"));
			}
		}
		return columns;
	}

	/**
	 * What a constraint demands.
	 */
	enum Kind {

		PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUDE, NOT_NULL

	}

}

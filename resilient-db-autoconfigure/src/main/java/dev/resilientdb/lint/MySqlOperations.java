package dev.resilientdb.lint;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Recognises what a part of an {@code ALTER TABLE} asks InnoDB to do.
 */
final class MySqlOperations {

	private static final Map<String, MySqlOperation> INDEXES = Map.of("index", MySqlOperation.ADD_INDEX, "key",
			MySqlOperation.ADD_INDEX, "unique", MySqlOperation.ADD_UNIQUE_INDEX, "fulltext",
			MySqlOperation.ADD_FULLTEXT_INDEX, "spatial", MySqlOperation.ADD_SPATIAL_INDEX);

	private static final Map<String, MySqlOperation> OPTIONS = Map.ofEntries(Map.entry("force", MySqlOperation.REBUILD),
			Map.entry("row_format", MySqlOperation.REBUILD), Map.entry("key_block_size", MySqlOperation.REBUILD),
			Map.entry("partition", MySqlOperation.PARTITION), Map.entry("remove", MySqlOperation.PARTITION),
			Map.entry("reorganize", MySqlOperation.PARTITION), Map.entry("coalesce", MySqlOperation.PARTITION),
			Map.entry("truncate", MySqlOperation.CHANGE_PARTITION), Map.entry("rename", MySqlOperation.RENAME),
			Map.entry("comment", MySqlOperation.SET_METADATA), Map.entry("auto_increment", MySqlOperation.SET_METADATA),
			Map.entry("stats_persistent", MySqlOperation.SET_METADATA),
			Map.entry("stats_auto_recalc", MySqlOperation.SET_METADATA),
			Map.entry("stats_sample_pages", MySqlOperation.SET_METADATA),
			Map.entry("max_rows", MySqlOperation.SET_METADATA), Map.entry("min_rows", MySqlOperation.SET_METADATA),
			Map.entry("convert", MySqlOperation.CONVERT), Map.entry("default", MySqlOperation.SET_DEFAULT_CHARSET),
			Map.entry("character", MySqlOperation.SET_DEFAULT_CHARSET),
			Map.entry("charset", MySqlOperation.SET_DEFAULT_CHARSET),
			Map.entry("collate", MySqlOperation.SET_DEFAULT_CHARSET));

	private static final Set<String> CONSTRAINTS = Set.of("constraint", "foreign", "check");

	private MySqlOperations() {
	}

	static MySqlOperation of(AlterAction action, MySqlAlter alter, Examination statement) {
		TokenCursor cursor = action.cursor();
		if (cursor.isAt("add")) {
			return added(action, alter, statement);
		}
		if (cursor.isAt("modify") || cursor.isAt("change")) {
			return MySqlRedefinition.operation(action, statement);
		}
		if (cursor.isAt("drop")) {
			return dropped(action, alter);
		}
		if (cursor.take("alter")) {
			return MySqlOperation.SET_METADATA;
		}
		if (cursor.take("engine")) {
			cursor.takeSign("=");
			return cursor.isAt("innodb") ? MySqlOperation.REBUILD : MySqlOperation.CHANGE_ENGINE;
		}
		return OPTIONS.getOrDefault(cursor.peek().text(), MySqlOperation.UNKNOWN);
	}

	private static MySqlOperation added(AlterAction action, MySqlAlter alter, Examination statement) {
		ColumnDefinition column = action.addedColumn();
		if (column != null) {
			return MySqlAddedColumn.operation(column, statement);
		}
		TokenCursor cursor = action.cursor();
		cursor.next();
		if (cursor.isAt("system", "versioning")) {
			return MySqlOperation.ADD_VERSIONING;
		}
		if (cursor.isAt("partition")) {
			return MySqlOperation.CHANGE_PARTITION;
		}
		MySqlOperation index = INDEXES.get(cursor.peek().text());
		return (index != null) ? index : constraint(action.addedConstraint(), alter, statement);
	}

	private static MySqlOperation constraint(@Nullable AddedConstraint added, MySqlAlter alter, Examination statement) {
		if (added == null) {
			return MySqlOperation.UNKNOWN;
		}
		return switch (added.kind()) {
			case PRIMARY_KEY ->
				dropsPrimaryKey(alter) ? MySqlOperation.REPLACE_PRIMARY_KEY : MySqlOperation.ADD_PRIMARY_KEY;
			case UNIQUE -> MySqlOperation.ADD_UNIQUE_INDEX;
			case FOREIGN_KEY ->
				isUnchecked(statement) ? MySqlOperation.ADD_UNCHECKED_FOREIGN_KEY : MySqlOperation.ADD_FOREIGN_KEY;
			case CHECK -> MySqlOperation.ADD_CHECK;
			case EXCLUDE, NOT_NULL -> MySqlOperation.UNKNOWN;
		};
	}

	private static MySqlOperation dropped(AlterAction action, MySqlAlter alter) {
		TokenCursor cursor = action.cursor();
		cursor.next();
		if (cursor.isAt("primary", "key")) {
			return addsPrimaryKey(alter) ? MySqlOperation.REPLACE_PRIMARY_KEY : MySqlOperation.DROP_PRIMARY_KEY;
		}
		if (cursor.isAt("index") || cursor.isAt("key")) {
			return MySqlOperation.DROP_INDEX;
		}
		if (cursor.peek().isAny(CONSTRAINTS)) {
			return MySqlOperation.DROP_CONSTRAINT;
		}
		if (cursor.isAt("partition")) {
			return MySqlOperation.CHANGE_PARTITION;
		}
		return (action.droppedColumn() != null) ? MySqlOperation.DROP_COLUMN : MySqlOperation.UNKNOWN;
	}

	private static boolean addsPrimaryKey(MySqlAlter alter) {
		return alter.actions()
			.stream()
			.map(AlterAction::addedConstraint)
			.anyMatch((added) -> added != null && added.kind() == AddedConstraint.Kind.PRIMARY_KEY);
	}

	private static boolean dropsPrimaryKey(MySqlAlter alter) {
		return alter.actions().stream().anyMatch((other) -> other.startsWith("drop", "primary", "key"));
	}

	/**
	 * Whether the script switched the checks of foreign keys off before.
	 */
	static boolean isUnchecked(Examination statement) {
		boolean unchecked = false;
		for (SqlStatement earlier : statement.statements().subList(0, statement.index())) {
			TokenCursor cursor = earlier.cursor();
			if (cursor.take("set") && cursor.contains("foreign_key_checks")) {
				SqlToken value = earlier.tokens().get(earlier.tokens().size() - 1);
				unchecked = value.text().equals("0") || value.is("off") || value.is("false");
			}
		}
		return unchecked;
	}

}

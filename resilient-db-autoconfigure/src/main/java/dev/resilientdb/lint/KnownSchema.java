package dev.resilientdb.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the schema while scripts run one after the other: by the catalogue and
 * by what they have done so far. For one thread.
 */
final class KnownSchema {

	private final LintTarget target;

	private final CreatedObjects created = new CreatedObjects();

	private final Set<String> createdColumns = new HashSet<>();

	private final Map<String, SqlName> indexedTables = new HashMap<>();

	private final ColumnTypes types = new ColumnTypes();

	private final NotNullChecks checks = new NotNullChecks();

	// What tables of the catalogue were called before this run renamed them
	private final Map<String, SqlName> formerNames = new HashMap<>();

	KnownSchema(LintTarget target) {
		this.target = target;
	}

	LintTarget target() {
		return this.target;
	}

	/**
	 * Takes notice of a change.
	 */
	void apply(Change change) {
		if (change instanceof Change.CreateTable table) {
			create(table.table(), table.conditional());
			table.columns().forEach((column) -> this.types.put(table.table(), column));
		}
		else if (change instanceof Change.Create other) {
			create(other.name(), other.conditional());
		}
		else if (change instanceof Change.CreateIndex index && index.name() != null) {
			createIndex(index.name(), index);
		}
		else if (change instanceof Change.AlterTable alter) {
			alter.actions().forEach(this::apply);
		}
		else if (change instanceof Change.Drop drop) {
			drop.names().forEach((name) -> this.created.remove(find(name)));
		}
	}

	/**
	 * From here on everything that was created counts as being there before.
	 */
	void forgetOrigins() {
		this.created.clear();
		this.createdColumns.clear();
	}

	/**
	 * Whether this run created the object, or the table of the index.
	 */
	boolean isNew(@Nullable SqlName name) {
		if (name == null) {
			return false;
		}
		SqlName table = this.indexedTables.get(name.simpleKey());
		return this.created.contains(find(name)) || (table != null && this.created.contains(find(table)));
	}

	/**
	 * Whether this run created the column, or all of its table.
	 */
	boolean isNewColumn(SqlName table, SqlName column) {
		return isNew(table) || this.createdColumns.contains(key(table, column));
	}

	/**
	 * Estimated rows of a table or of the table of an index, null when unknown.
	 */
	@Nullable Long rows(SqlName name) {
		Long rows = this.target.catalog().rows(former(name).key());
		SqlName table = (rows == null) ? this.indexedTables.get(name.simpleKey()) : null;
		return (table != null) ? this.target.catalog().rows(former(table).key()) : rows;
	}

	/**
	 * Type of a column, null when unknown.
	 */
	@Nullable ColumnType type(SqlName table, SqlName column) {
		ColumnType type = this.types.get(table, column);
		if (type != null) {
			return type;
		}
		String known = this.target.catalog().type(former(table).key(), column.simpleKey());
		return (known != null) ? ColumnType.of(known) : null;
	}

	/**
	 * Definition of a column when a script gave it, null when unknown.
	 */
	@Nullable ColumnDefinition definition(SqlName table, SqlName column) {
		return this.types.definition(table, column);
	}

	/**
	 * Type of a column as the catalogue writes it, null when unknown or changed since.
	 */
	@Nullable String writtenType(SqlName table, SqlName column) {
		return (this.types.get(table, column) == null)
				? this.target.catalog().type(former(table).key(), column.simpleKey()) : null;
	}

	/**
	 * Whether a validated check keeps the column from being null.
	 */
	boolean isCheckedNotNull(SqlName table, SqlName column) {
		return this.checks.isValidated(table, column)
				|| this.target.catalog().isCheckedNotNull(former(table).key(), column.simpleKey());
	}

	private void create(SqlName name, boolean conditional) {
		// What is there already is not created once more
		Long rows = rows(name);
		if (!conditional || rows == null || rows == 0) {
			this.created.add(name.key());
		}
	}

	private void createIndex(SqlName name, Change.CreateIndex index) {
		create(name, index.options().conditional());
		this.indexedTables.put(name.simpleKey(), index.table());
	}

	private void apply(AlterAction action) {
		TokenCursor cursor = action.cursor();
		ColumnDefinition added = action.addedColumn();
		AlterAction.ColumnChange changed = action.changedColumn();
		AlterAction.TypeChange type = (changed != null) ? changed.type() : null;
		if (added != null) {
			this.createdColumns.add(key(action.table(), added.name()));
			this.types.put(action.table(), added);
		}
		else if (changed != null && type != null) {
			this.types.put(action.table(), changed.column(), type.type());
		}
		else if (action.redefinedColumn() != null) {
			this.types.put(action.table(), action.redefinedColumn());
		}
		else if (cursor.take("rename", "to")) {
			rename(action.table(), cursor.name());
		}
		this.checks.apply(action);
	}

	private void rename(SqlName from, @Nullable SqlName to) {
		if (to == null) {
			return;
		}
		boolean isNew = this.created.remove(find(from));
		if (isNew) {
			this.created.add(to.key());
		}
		else {
			this.created.remove(to.key());
			this.formerNames.put(to.simpleKey(), former(from));
		}
	}

	private SqlName former(SqlName name) {
		return this.formerNames.getOrDefault(name.simpleKey(), name);
	}

	// A name with and without its schema is the same unless the catalogue has another one
	private String find(SqlName name) {
		String key = name.key();
		Long rows = this.target.catalog().rows(key);
		if (this.created.contains(key) || (rows != null && rows > 0)) {
			return key;
		}
		return this.created.resembling(name);
	}

	private static String key(SqlName table, SqlName column) {
		return table.simpleKey() + "." + column.simpleKey();
	}

}

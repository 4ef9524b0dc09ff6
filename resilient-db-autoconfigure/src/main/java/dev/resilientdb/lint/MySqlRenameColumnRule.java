package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * {@code CHANGE} gives a column another name, which instances of the previous release do
 * not know.
 */
final class MySqlRenameColumnRule extends AlterRule {

	MySqlRenameColumnRule() {
		super("drop-or-rename");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		SqlName from = MySqlRedefinition.column(action);
		SqlName to = newName(action);
		if (from == null || to == null || from.simpleKey().equals(to.simpleKey())
				|| statement.schema().isNewColumn(action.table(), from)) {
			return;
		}
		statement.report(Risk
			.forClients(LintSeverity.ERROR, action.table(),
					"Renames column %s of table %s, which instances of the previous release call by its old name"
						.formatted(from.quoted(), action.table().quoted()),
					"""
							Add one with the new name, write both, fill the new one in batches, read it, \
							and drop the old one in a later release.""")
			.at(action.line()));
	}

	private static @Nullable SqlName newName(AlterAction action) {
		ColumnDefinition definition = action.startsWith("change") ? action.redefinedColumn() : null;
		return (definition != null) ? definition.name() : null;
	}

}

package dev.resilientdb.lint;

import java.util.List;

/**
 * A unique constraint builds its index while nobody can use the table.
 */
final class UniqueBuildsIndexRule extends AlterRule {

	UniqueBuildsIndexRule() {
		super("unique-builds-index");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		AddedConstraint added = action.addedConstraint();
		ColumnDefinition column = action.addedColumn();
		if (added != null && isUnique(added) && !added.usesIndex() && !added.isIncomplete()) {
			report(action.table(), added, "", statement);
		}
		else if (column != null && (column.has("unique") || column.has("primary", "key"))) {
			AddedConstraint.Kind kind = column.has("unique") ? AddedConstraint.Kind.UNIQUE
					: AddedConstraint.Kind.PRIMARY_KEY;
			report(action.table(),
					new AddedConstraint(null, kind, List.of(column.name()), column.options(), column.line()),
					"  ALTER TABLE %s ADD COLUMN %s %s;\n".formatted(action.table().written(), column.name().written(),
							column.type()),
					statement);
		}
	}

	private static void report(SqlName table, AddedConstraint added, String first, Examination statement) {
		boolean isPrimary = added.kind() == AddedConstraint.Kind.PRIMARY_KEY;
		String columns = SqlWriting.names(added.columns());
		String name = (added.name() != null) ? added.name().written()
				: table.plain() + (isPrimary ? "_pkey" : "_" + added.columns().get(0).plain() + "_key");
		statement.report(Risk.onRows(LintSeverity.ERROR, table,
				"Nobody can read or write table %s while the index of the %s (%s) is built; it fails on duplicates"
					.formatted(table.quoted(), isPrimary ? "primary key" : "unique constraint", columns),
				"""
						In scripts of their own, the index without a transaction:
						%5$s  CREATE UNIQUE INDEX CONCURRENTLY %1$s ON %2$s (%3$s);
						  ALTER TABLE %2$s ADD CONSTRAINT %1$s %4$s USING INDEX %1$s;""".formatted(name,
						table.written(), columns, isPrimary ? "PRIMARY KEY" : "UNIQUE", first))
			.at(added.line()));
	}

	private static boolean isUnique(AddedConstraint added) {
		return added.kind() == AddedConstraint.Kind.UNIQUE || added.kind() == AddedConstraint.Kind.PRIMARY_KEY;
	}

}

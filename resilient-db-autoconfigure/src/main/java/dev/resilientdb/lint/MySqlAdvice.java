package dev.resilientdb.lint;

/**
 * What to do instead of a change that locks or copies.
 */
final class MySqlAdvice {

	private MySqlAdvice() {
	}

	static String of(MySqlWork work, MySqlAlter alter, MySqlProduct product) {
		if (work.cost().letsWrite()) {
			return """
					At a quiet time, and say how, so that the server refuses instead of locking:
					  %s""".formatted(alter.with(work.cost().clause()));
		}
		return switch (work.operation()) {
			case CHANGE_TYPE, REDEFINE, CHANGE_MEMBERS, REDEFINE_MEMBERS -> steps(work, alter, product);
			case ADD_COMPUTED_DEFAULT, ADD_STORED_COLUMN -> plainColumn(work, alter, product);
			case ADD_FOREIGN_KEY -> foreignKey(alter);
			default -> tool(alter, product);
		};
	}

	private static String steps(MySqlWork work, MySqlAlter alter, MySqlProduct product) {
		ColumnDefinition next = work.action().redefinedColumn();
		SqlName column = work.column();
		if (next == null || column == null) {
			return tool(alter, product);
		}
		return """
				In steps over two releases:
				  ALTER TABLE %s ADD COLUMN %s_new %s, ALGORITHM=INSTANT;
				  -- write both columns, fill the new one in batches, read it; drop the old one in a later release
				%s""".formatted(alter.table().written(), column.plain(), SqlWriting.of(next.typeTokens()),
				"Or " + Character.toLowerCase(tool(alter, product).charAt(0)) + tool(alter, product).substring(1));
	}

	private static String plainColumn(MySqlWork work, MySqlAlter alter, MySqlProduct product) {
		ColumnDefinition added = work.action().addedColumn();
		if (added == null) {
			return tool(alter, product);
		}
		String generated = (work.operation() == MySqlOperation.ADD_STORED_COLUMN)
				? "Make it VIRTUAL, which is computed when it is read, or in steps:" : "In steps:";
		return """
				%s
				  ALTER TABLE %s ADD COLUMN %s %s, ALGORITHM=INSTANT;
				  -- new rows get their value from the program, old ones in batches""".formatted(generated,
				alter.table().written(), added.name().written(), SqlWriting.of(added.typeTokens()));
	}

	private static String foreignKey(MySqlAlter alter) {
		return """
				When a query has shown that no row points nowhere, without the check:
				  SET SESSION foreign_key_checks = 0;
				  %s
				  SET SESSION foreign_key_checks = 1;""".formatted(alter.with("ALGORITHM=INPLACE, LOCK=NONE"));
	}

	private static String tool(MySqlAlter alter, MySqlProduct product) {
		String table = alter.table().simple().replace("`", "");
		String changes = alter.changes().replace("\"", "\\\"");
		String ghost = product.isMariaDb() ? ""
				: "\n  gh-ost --table=%s --alter=\"%s\" --execute".formatted(table, changes);
		return """
				With a tool that copies in the background while others write, outside of migrations:
				  pt-online-schema-change --alter "%s" D=<schema>,t=%s --execute%s""".formatted(changes, table, ghost);
	}

}

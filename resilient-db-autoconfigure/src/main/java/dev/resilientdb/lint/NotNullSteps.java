package dev.resilientdb.lint;

/**
 * How a column becomes NOT NULL without a scan under an exclusive lock.
 */
final class NotNullSteps {

	private NotNullSteps() {
	}

	static String of(String table, String column, LintTarget target) {
		String constraint = SqlName.of(table).plain() + "_" + SqlName.of(column).plain() + "_not_null";
		if (target.isAtLeast(18)) {
			return """
					ALTER TABLE %1$s ADD CONSTRAINT %3$s NOT NULL %2$s NOT VALID;
					-- in a later script:
					ALTER TABLE %1$s VALIDATE CONSTRAINT %3$s;""".formatted(table, column, constraint);
		}
		String check = """
				ALTER TABLE %1$s ADD CONSTRAINT %3$s CHECK (%2$s IS NOT NULL) NOT VALID;
				-- in a later script:
				ALTER TABLE %1$s VALIDATE CONSTRAINT %3$s;""".formatted(table, column, constraint);
		if (target.isBefore(12)) {
			return check + "\n  -- and leave it at that: before PostgreSQL 12 SET NOT NULL reads the table anyway";
		}
		return check + """

				ALTER TABLE %1$s ALTER COLUMN %2$s SET NOT NULL;
				ALTER TABLE %1$s DROP CONSTRAINT %3$s;""".formatted(table, column, constraint);
	}

}

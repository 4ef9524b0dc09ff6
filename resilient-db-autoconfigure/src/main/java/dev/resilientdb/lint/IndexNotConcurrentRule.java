package dev.resilientdb.lint;

/**
 * PostgreSQL takes a SHARE lock on the table while it builds an index.
 */
final class IndexNotConcurrentRule implements LintRule {

	@Override
	public String id() {
		return "index-not-concurrent";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.change() instanceof Change.CreateIndex index && !index.options().concurrently()) {
			statement.report(Risk.onRows(LintSeverity.ERROR, index.table(),
					"Nobody can write to table " + index.table().quoted() + " while the index"
							+ ((index.name() != null) ? " " + index.name().quoted() : "") + " is built",
					"""
							Alone in a script that runs without a transaction, with Flyway's lock in the session \
							(spring.flyway.postgresql.transactional-lock=false):
							  %s;""".formatted(concurrently(statement.statement()))));
		}
	}

	private static String concurrently(SqlStatement statement) {
		TokenCursor cursor = statement.cursor();
		cursor.next();
		boolean unique = cursor.take("unique");
		cursor.take("index");
		cursor.take("if", "not", "exists");
		return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + SqlWriting.of(cursor.rest());
	}

}

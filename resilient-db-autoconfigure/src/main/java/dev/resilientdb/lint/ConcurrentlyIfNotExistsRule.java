package dev.resilientdb.lint;

/**
 * An index that was left invalid exists, and so is never built again.
 */
final class ConcurrentlyIfNotExistsRule implements LintRule {

	@Override
	public String id() {
		return "concurrently-if-not-exists";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.change() instanceof Change.CreateIndex index && index.options().concurrently()
				&& index.options().conditional() && index.name() != null && !isDroppedBefore(statement)) {
			statement.report(Risk.onRows(LintSeverity.WARNING, index.table(),
					"IF NOT EXISTS passes over an index " + index.name().quoted()
							+ " that an interrupted build left invalid",
					"""
							Drop what may be left first, in the same script:
							  DROP INDEX CONCURRENTLY IF EXISTS %s;
							  CREATE INDEX CONCURRENTLY %s ON %s …;""".formatted(index.name().written(),
							index.name().written(), index.table().written())));
		}
	}

	private static boolean isDroppedBefore(Examination statement) {
		return statement.statements()
			.stream()
			.limit(statement.index())
			.anyMatch((other) -> other.startsWith("drop", "index"));
	}

}

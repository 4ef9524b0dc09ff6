package dev.resilientdb.lint;

/**
 * A rule about what {@code ALTER TABLE} does.
 */
abstract class AlterRule implements LintRule {

	private final String id;

	AlterRule(String id) {
		this.id = id;
	}

	@Override
	public final String id() {
		return this.id;
	}

	@Override
	public final void examine(Examination statement) {
		if (statement.change() instanceof Change.AlterTable alter && alter.kind().equals("table")) {
			alter.actions().forEach((action) -> examine(action, statement));
		}
	}

	abstract void examine(AlterAction action, Examination statement);

}

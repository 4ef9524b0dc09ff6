package dev.resilientdb.lint;

/**
 * A new value of an enum can be used by later transactions only.
 */
final class EnumValueUsedRule implements LintRule {

	@Override
	public String id() {
		return "enum-value-used";
	}

	@Override
	public void examine(Examination statement) {
		if (!(statement.change() instanceof Change.AlterTable alter) || !alter.kind().equals("type")
				|| statement.script().transaction() == TransactionUse.NEVER) {
			return;
		}
		for (AlterAction action : alter.actions()) {
			TokenCursor cursor = action.cursor();
			if (cursor.take("add", "value")) {
				cursor.take("if", "not", "exists");
				examine(action, cursor.peek().text(), statement);
			}
		}
	}

	private void examine(AlterAction action, String value, Examination statement) {
		boolean isUsed = statement.statements()
			.stream()
			.skip(statement.index() + 1L)
			.filter((other) -> !other.startsWith("comment") && !other.startsWith("alter", "type"))
			.flatMap((other) -> other.tokens().stream())
			.anyMatch((token) -> token.kind() == SqlToken.Kind.STRING && token.text().equals(value));
		// In the transaction that created the type its values are usable at once
		if (isUsed && !isCreatedHere(action.table(), statement)) {
			statement.report(Risk.ofScript(LintSeverity.ERROR,
					"Value '%s' of type %s cannot be used in the transaction that adds it".formatted(value,
							action.table().quoted()),
					"Add the value in a script of its own, before the one that uses it."));
		}
	}

	private static boolean isCreatedHere(SqlName type, Examination statement) {
		return statement.earlierChanges()
			.stream()
			.anyMatch((change) -> change instanceof Change.Create create
					&& create.name().simpleKey().equals(type.simpleKey()));
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares the schema with what the last migration has left.
 */
final class SchemaDriftCheck implements RecordCheck {

	private static final int MOST = 10;

	private final ConfirmedSchemas confirmed;

	SchemaDriftCheck(ConfirmedSchemas confirmed) {
		this.confirmed = confirmed;
	}

	@Override
	public void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException {
		SchemaMemory before = (ledger != null) ? SchemaMemory.read(ledger.recall(SchemaMemory.KIND)) : null;
		if (ledger == null || before == null) {
			return;
		}
		SchemaMemory now = SchemaMemory.take(connection, state.history(), state.server(), ledger);
		if (!this.confirmed.confirm(state.history().flyway(), before.circumstances(), now.circumstances())) {
			return;
		}
		List<String> words = SchemaDifference.of(before.picture(), now.picture());
		if (!words.isEmpty()) {
			String more = (words.size() > MOST) ? " and %d more".formatted(words.size() - MOST) : "";
			String first = String.join(", ", words.subList(0, Math.min(words.size(), MOST)));
			found.add(AnomalyKind.SCHEMA_DRIFT, state.history().qualifiedTable(),
					"Since the last migration, and by none: " + first + more,
					"Make the change a migration, or undo it. To take the schema as it is: "
							+ ledger.forgetting(SchemaMemory.KIND));
		}
	}

}

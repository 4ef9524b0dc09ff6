package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a changed script differs in nothing but white space: for certain where it
 * was recorded, else as far as it can be guessed.
 *
 * @param scripts reads it
 * @param bookkeeper knows what was recorded when it was applied, null when nothing is
 */
record SpaceHint(ScriptTexts scripts, @Nullable Bookkeeper bookkeeper) {

	private static final String ONLY_SPACE = "; only line endings or white space differ";

	/**
	 * The end of a sentence, empty when nothing is known.
	 */
	String of(SchemaState state, MigrationInfo migration, Connection connection) throws SQLException {
		ResolvedMigration script = LocalScript.of(migration);
		String text = this.scripts.find(state.configuration(),
				(script != null) ? script.getScript() : migration.getScript());
		if (text == null) {
			return "";
		}
		Integer ink = recordedInk(state, migration, connection);
		if (ink != null) {
			return (ScriptChecksum.ofInk(text) == ink) ? ONLY_SPACE : "; more than white space differs";
		}
		Integer applied = migration.getAppliedChecksum();
		return (applied != null && ScriptChecksum.differsOnlyInSpace(text, applied)) ? ONLY_SPACE : "";
	}

	private @Nullable Integer recordedInk(SchemaState state, MigrationInfo migration, Connection connection)
			throws SQLException {
		Ledger ledger = (this.bookkeeper != null) ? Ledger.find(connection, state.history(), this.bookkeeper) : null;
		if (ledger != null) {
			for (LedgerRow row : ledger.of(migration.getScript())) {
				if (Objects.equals(row.migration().checksum(), migration.getAppliedChecksum())) {
					return row.migration().ink();
				}
			}
		}
		return null;
	}

}

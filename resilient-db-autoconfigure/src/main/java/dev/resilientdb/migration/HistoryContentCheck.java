package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was applied with the scripts that are there.
 */
final class HistoryContentCheck implements SchemaCheck {

	private final ScriptTexts scripts;

	private final @Nullable Bookkeeper bookkeeper;

	HistoryContentCheck(ScriptTexts scripts) {
		this(scripts, null);
	}

	private HistoryContentCheck(ScriptTexts scripts, @Nullable Bookkeeper bookkeeper) {
		this.scripts = scripts;
		this.bookkeeper = bookkeeper;
	}

	/**
	 * The same check, which looks up what was recorded when a script was applied.
	 */
	HistoryContentCheck with(Bookkeeper records) {
		return new HistoryContentCheck(this.scripts, records);
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		for (MigrationInfo migration : state.migrations()) {
			if (migration.isVersioned() && migration.isApplied() && migration.getState().isResolved()) {
				compare(state, migration, connection, found);
			}
		}
	}

	private void compare(SchemaState state, MigrationInfo migration, Connection connection, Anomalies found)
			throws SQLException {
		if (!migration.isChecksumMatching()) {
			checksum(migration, hint(state, migration, connection), found);
		}
		if (!migration.isDescriptionMatching()) {
			found.add(
					AnomalyKind.DESCRIPTION_MISMATCH, migration.getScript(), "Applied as '%s', now it is '%s'"
						.formatted(migration.getAppliedDescription(), migration.getResolvedDescription()),
					"Give the script its former name.");
		}
		if (!migration.isTypeMatching()) {
			found.add(AnomalyKind.TYPE_MISMATCH, migration.getScript(),
					"Applied as %s, now it is %s".formatted(migration.getAppliedType(), migration.getResolvedType()),
					"Put the migration back in the form in which it was applied.");
		}
	}

	private static void checksum(MigrationInfo migration, String hint, Anomalies found) {
		found.add(AnomalyKind.CHECKSUM_MISMATCH, migration.getScript(),
				"Applied with checksum %s, now it is %s%s".formatted(migration.getAppliedChecksum(),
						migration.getResolvedChecksum(), hint),
				"Put the script back as it was applied, and make the change in a new migration. If the schema"
						+ " is as the changed script wants it, set the checksum in the history to "
						+ migration.getResolvedChecksum() + ".");
	}

	private String hint(SchemaState state, MigrationInfo migration, Connection connection) throws SQLException {
		String text = this.scripts.find(state.configuration(), migration.getScript());
		Integer ink = recordedInk(state, migration, connection);
		if (text != null && ink != null) {
			return (ScriptChecksum.ofInk(text) == ink) ? "; only line endings or white space differ"
					: "; more than white space differs";
		}
		Integer applied = migration.getAppliedChecksum();
		if (text == null || applied == null || !ScriptChecksum.differsOnlyInSpace(text, applied)) {
			return "";
		}
		return "; only line endings or white space differ";
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

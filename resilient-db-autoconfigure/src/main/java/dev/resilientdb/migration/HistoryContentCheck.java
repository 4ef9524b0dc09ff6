package dev.resilientdb.migration;

import java.sql.Connection;

import org.flywaydb.core.api.MigrationInfo;

/**
 * Compares what was applied with the scripts that are there.
 */
final class HistoryContentCheck implements SchemaCheck {

	private final ScriptTexts scripts;

	HistoryContentCheck(ScriptTexts scripts) {
		this.scripts = scripts;
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		for (MigrationInfo migration : state.migrations()) {
			if (migration.isVersioned() && migration.isApplied() && migration.getState().isResolved()) {
				compare(state, migration, found);
			}
		}
	}

	private void compare(SchemaState state, MigrationInfo migration, Anomalies found) {
		if (!migration.isChecksumMatching()) {
			found.add(AnomalyKind.CHECKSUM_MISMATCH, migration.getScript(),
					"Applied with checksum %s, now it is %s%s".formatted(migration.getAppliedChecksum(),
							migration.getResolvedChecksum(), hint(state, migration)),
					"Put the script back as it was applied, and make the change in a new migration. If the schema"
							+ " is as the changed script wants it, set the checksum in the history to "
							+ migration.getResolvedChecksum() + ".");
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

	private String hint(SchemaState state, MigrationInfo migration) {
		String text = this.scripts.find(state.configuration(), migration.getScript());
		Integer applied = migration.getAppliedChecksum();
		if (text == null || applied == null || !ScriptChecksum.differsOnlyInSpace(text, applied)) {
			return "";
		}
		return "; only line endings or white space differ";
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Tells how far the schema is ahead of the application.
 */
final class NewerSchemaCheck implements SchemaCheck {

	private final int maxAhead;

	NewerSchemaCheck(int maxAhead) {
		this.maxAhead = maxAhead;
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		List<MigrationInfo> ahead = state.in(MigrationState.FUTURE_SUCCESS);
		if (ahead.isEmpty()) {
			return;
		}
		boolean far = ahead.size() > this.maxAhead;
		MigrationInfo last = ahead.get(ahead.size() - 1);
		found.add(AnomalyKind.NEWER_SCHEMA, far ? AnomalyPolicy.FAIL : AnomalyPolicy.WARN, last.getScript(),
				"The schema has %d migrations that this application does not know, up to version %s; allowed are %d"
					.formatted(ahead.size(), last.getVersion(), this.maxAhead),
				far ? "Start the version of the application that belongs to the schema, or raise"
						+ " resilient-db.migration.max-ahead if this one may run on it."
						: "Replace this version of the application by the one that belongs to the schema.");
	}

}

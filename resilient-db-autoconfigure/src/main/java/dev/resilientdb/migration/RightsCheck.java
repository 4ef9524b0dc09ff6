package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells when the application's login may do more than the application needs: who migrates
 * changes tables, others do not.
 */
final class RightsCheck implements SchemaCheck {

	private final MigrationMode mode;

	RightsCheck(MigrationMode mode) {
		this.mode = mode;
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		MigrationDialect dialect = state.server().dialect();
		SchemaRights rights = (dialect != null) ? dialect.rights(connection) : SchemaRights.UNKNOWN;
		if (rights == SchemaRights.SERVER) {
			found.add(AnomalyKind.TOO_MANY_RIGHTS, state.history().qualifiedTable(),
					"The login may do everything on the server",
					"Give the application a login that owns its schema," + " and no more.");
		}
		else if (rights == SchemaRights.TABLES && this.mode != MigrationMode.MIGRATE) {
			found.add(AnomalyKind.TOO_MANY_RIGHTS, state.history().qualifiedTable(),
					"The login may change tables, though this application does not migrate",
					"Give the application a login that may select, insert, update and delete.");
		}
	}

}

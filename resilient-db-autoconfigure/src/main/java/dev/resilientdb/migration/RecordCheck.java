package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Looks for anomalies that show in the guard's own records.
 */
@FunctionalInterface
interface RecordCheck {

	/**
	 * Examines a schema.
	 * @param ledger the records, null when there are none yet
	 */
	void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException;

}

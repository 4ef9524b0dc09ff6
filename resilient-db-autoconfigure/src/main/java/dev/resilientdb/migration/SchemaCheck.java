package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Looks for one kind of anomaly, or a few that are found in the same place. Changes
 * nothing.
 */
@FunctionalInterface
interface SchemaCheck {

	/**
	 * Examines a schema.
	 * @param connection in auto-commit mode, to be left as it is
	 * @throws SQLException when the server does not answer or refuses to tell; the other
	 * checks go on
	 */
	void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException;

}

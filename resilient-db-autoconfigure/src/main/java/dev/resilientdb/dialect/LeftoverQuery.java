package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.resilientdb.migration.AnomalyKind;
import dev.resilientdb.migration.SchemaLeftover;
import dev.resilientdb.migration.SchemaLeftover.Way;

/**
 * A query for what is half done in schemas, which are its parameter. Its rows are table,
 * name, way and remedy.
 *
 * @param kind what it looks for
 */
record LeftoverQuery(AnomalyKind kind, String sql) {

	private static final int TIMEOUT_SECONDS = 5;

	private static final int MOST = 50;

	List<SchemaLeftover> run(Connection connection, String[] schemas) throws SQLException {
		List<SchemaLeftover> result = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			statement.setMaxRows(MOST);
			statement.setArray(1, connection.createArrayOf("text", schemas));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					result.add(new SchemaLeftover(this.kind, rows.getString(1), rows.getString(2),
							Way.valueOf(rows.getString(3)), rows.getString(4)));
				}
			}
		}
		return result;
	}

}

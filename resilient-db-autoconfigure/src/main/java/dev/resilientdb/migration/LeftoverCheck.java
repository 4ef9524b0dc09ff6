package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for indexes and constraints that were left half done.
 */
final class LeftoverCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		for (SchemaLeftover leftover : state.server().sessions().leftovers(connection, schemas(state))) {
			if (leftover.kind() == AnomalyKind.INVALID_INDEX) {
				found.add(leftover.kind(), leftover.name(),
						"The index on %s is invalid: it is kept up with every write, and no query uses it"
							.formatted(leftover.table()),
						advice(leftover.remedy().strip()));
			}
			else {
				found.add(leftover.kind(), leftover.name(),
						"The constraint on %s was never validated: rows from before it need not obey it"
							.formatted(leftover.table()),
						"Validate it, which blocks no writes: " + leftover.remedy());
			}
		}
	}

	private static String advice(String remedy) {
		if (!remedy.contains("CREATE ")) {
			return "A REINDEX CONCURRENTLY left it beside the index itself. Drop it, outside a transaction: " + remedy;
		}
		return (remedy.contains("CREATE UNIQUE ")
				? "Remove the rows that break it, if there are any, and build it again" : "Build it again")
				+ ", outside a transaction and one statement after the other: " + remedy;
	}

	private static List<String> schemas(SchemaState state) {
		String[] configured = state.configuration().getSchemas();
		if (configured != null && configured.length > 0) {
			return Arrays.asList(configured);
		}
		String schema = state.history().schema();
		return (schema != null) ? List.of(schema) : List.of();
	}

}

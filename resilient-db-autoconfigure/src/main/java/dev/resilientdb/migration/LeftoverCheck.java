package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import dev.resilientdb.migration.SchemaLeftover.Way;

/**
 * Looks for indexes and constraints that were left half done.
 */
final class LeftoverCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		for (SchemaLeftover leftover : state.server().sessions().leftovers(connection, schemas(state))) {
			found.add(leftover.kind(), leftover.name(), evidence(leftover),
					advice(leftover.way()) + ": " + leftover.remedy().strip());
		}
	}

	private static String evidence(SchemaLeftover leftover) {
		String evidence = (leftover.way() == Way.VALIDATE)
				? "The constraint on %s was never validated: rows from before it need not obey it"
				: "The index on %s is invalid: it is kept up with every write, and no query uses it";
		return evidence.formatted(leftover.table());
	}

	private static String advice(Way way) {
		return switch (way) {
			case DROP -> "It was left beside the index that it was to replace. Drop it, outside a transaction";
			case REBUILD -> "Build it again, outside a transaction and one statement after the other";
			case REBUILD_UNIQUE -> "Remove the rows that break it, if there are any, and build it again, outside a"
					+ " transaction and one statement after the other";
			case VALIDATE -> "Validate it, which blocks no writes";
		};
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

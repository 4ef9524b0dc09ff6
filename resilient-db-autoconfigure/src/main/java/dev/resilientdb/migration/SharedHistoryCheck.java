package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.flywaydb.core.api.Location;

/**
 * Finds Flyways of this application that keep different scripts in one history. Safe for
 * use by several threads.
 */
final class SharedHistoryCheck implements SchemaCheck {

	private final Map<Place, User> users = new ConcurrentHashMap<>();

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		User user = new User(state.history().flyway(), List.of(state.configuration().getLocations()));
		User first = this.users.computeIfAbsent(Place.of(state.history(), connection), (place) -> user);
		if (!first.flyway().equals(user.flyway()) && !first.locations().equals(user.locations())) {
			found.add(AnomalyKind.SHARED_HISTORY, state.history().qualifiedTable(),
					"Flyway '%s' (%s) and Flyway '%s' (%s) keep their history in this one table, where each takes the"
						.formatted(first.flyway(), first.locations(), user.flyway(), user.locations())
							+ " other's migrations for missing or newer ones",
					"Give one of them another table (and baselineOnMigrate with baselineVersion 0 for the first start)"
							+ (state.server().hasSchemas() ? ", or another default schema" : "")
							+ ", in its configuration.");
		}
	}

	private record User(String flyway, List<Location> locations) {
	}

	private record Place(SchemaPlace schema, String table) {

		static Place of(SchemaHistory history, Connection connection) throws SQLException {
			return new Place(SchemaPlace.of(connection, history.schema()), history.table());
		}

	}

}

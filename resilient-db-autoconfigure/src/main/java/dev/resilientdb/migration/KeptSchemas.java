package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Which Flyway keeps a schema: each with the same data source, or with a login of its own
 * to the same database that was told of the schema. Safe for use by several threads.
 */
final class KeptSchemas {

	private static final Logger logger = LoggerFactory.getLogger(KeptSchemas.class);

	private final MigrationReports reports;

	private final DatabaseProducts products;

	private final Map<String, Set<SchemaPlace>> places = new ConcurrentHashMap<>();

	KeptSchemas(MigrationReports reports, DatabaseProducts products) {
		this.reports = reports;
		this.products = products;
	}

	void add(SchemaState state, Connection connection) throws SQLException {
		Set<@Nullable String> names = new HashSet<>();
		names.add(state.history().schema());
		String[] more = state.configuration().getSchemas();
		names.addAll((more != null) ? Arrays.asList(more) : List.of());
		Set<SchemaPlace> kept = new HashSet<>();
		for (String name : names) {
			kept.add(SchemaPlace.of(connection, name));
		}
		this.places.put(state.history().flyway(), Set.copyOf(kept));
	}

	/**
	 * Who keeps a schema: everybody, where nobody can tell.
	 */
	Keepers keepers(MappedSchema schema) {
		String name = this.products.nameOf(schema.dataSource());
		List<MigrationReport> own = this.reports.in(name);
		if (!own.isEmpty() || this.places.isEmpty()) {
			return new Keepers(own, true);
		}
		try (Connection connection = schema.dataSource().getConnection()) {
			SchemaPlace place = schema.place(connection);
			return new Keepers(
					this.reports.all().stream().filter((report) -> keeps(report.history().flyway(), place)).toList(),
					true);
		}
		// Pools and routers throw others
		catch (SQLException | RuntimeException ex) {
			logger.debug("It cannot be told whose schema is behind '{}'", name, ex);
			return new Keepers(this.reports.all(), false);
		}
	}

	private boolean keeps(String flyway, SchemaPlace place) {
		return this.places.getOrDefault(flyway, Set.of()).stream().anyMatch(place::mayBe);
	}

	/**
	 * The reports of the Flyways that keep a schema.
	 *
	 * @param isCertain false when the data source gave no connection to tell by
	 */
	record Keepers(List<MigrationReport> reports, boolean isCertain) {
	}

}

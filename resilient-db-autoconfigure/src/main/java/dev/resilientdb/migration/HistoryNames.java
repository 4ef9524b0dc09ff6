package dev.resilientdb.migration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Where each Flyway keeps its history. Safe for use by several threads.
 */
final class HistoryNames {

	private final DatabaseProducts products;

	private final Map<String, FlywaySetup> seen = new ConcurrentHashMap<>();

	HistoryNames(DatabaseProducts products) {
		this.products = products;
	}

	FlywaySetup setup(GuardedFlyway flyway) {
		Configuration configuration = flyway.getConfiguration();
		List<FlywaySetup> others = this.seen.values()
			.stream()
			.filter((setup) -> !setup.history().flyway().equals(flyway.name()))
			.toList();
		FlywaySetup setup = new FlywaySetup(history(flyway.name(), configuration), configuration, others);
		this.seen.put(flyway.name(), new FlywaySetup(setup.history(), configuration, List.of()));
		return setup;
	}

	private SchemaHistory history(String flyway, Configuration configuration) {
		String name = (configuration.getDataSource() != null) ? this.products.nameOf(configuration.getDataSource())
				: DatabaseProducts.UNKNOWN_DATA_SOURCE;
		boolean bean = !DatabaseProducts.UNKNOWN_DATA_SOURCE.equals(name);
		return new SchemaHistory(flyway, bean ? name : flyway, schema(configuration), configuration.getTable());
	}

	private static @Nullable String schema(Configuration configuration) {
		if (configuration.getDefaultSchema() != null) {
			return configuration.getDefaultSchema();
		}
		String[] schemas = configuration.getSchemas();
		return (schemas != null && schemas.length > 0) ? schemas[0] : null;
	}

}

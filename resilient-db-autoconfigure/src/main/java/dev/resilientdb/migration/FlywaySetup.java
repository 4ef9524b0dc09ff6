package dev.resilientdb.migration;

import java.util.List;

import org.flywaydb.core.api.configuration.Configuration;

/**
 * How one Flyway is set up.
 *
 * @param history where its history is
 * @param configuration of the application's Flyway
 * @param neighbours the other Flyways that were seen before
 */
record FlywaySetup(SchemaHistory history, Configuration configuration, List<FlywaySetup> neighbours) {

	FlywaySetup {
		neighbours = List.copyOf(neighbours);
	}

}

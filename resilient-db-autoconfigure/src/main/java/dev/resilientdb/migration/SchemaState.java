package dev.resilientdb.migration;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A schema and its history at the time somebody looked.
 *
 * @param history where the history is
 * @param configuration of the application's Flyway
 * @param migrations all that Flyway knows, in its order
 * @param server the database behind it
 * @param expectation what is going to happen to it
 */
record SchemaState(SchemaHistory history, Configuration configuration, List<MigrationInfo> migrations, Server server,
		Expectation expectation) {

	SchemaState {
		migrations = List.copyOf(migrations);
	}

	List<MigrationInfo> in(MigrationState... states) {
		List<MigrationState> wanted = Arrays.asList(states);
		return this.migrations.stream().filter((migration) -> wanted.contains(migration.getState())).toList();
	}

	/**
	 * What Flyway would apply, in its order.
	 */
	List<MigrationInfo> pending() {
		return in(MigrationState.PENDING, MigrationState.OUTDATED);
	}

	/**
	 * The version of the schema, null when there is none yet.
	 */
	@Nullable String current() {
		String current = null;
		for (MigrationInfo migration : this.migrations) {
			if (migration.isVersioned() && migration.getState().isApplied() && !migration.getState().isFailed()) {
				current = migration.getVersion().toString();
			}
		}
		return current;
	}

	/**
	 * Whether Flyway has ever written into the history.
	 */
	boolean hasHistory() {
		return this.migrations.stream().anyMatch((migration) -> migration.getInstalledRank() != null);
	}

	/**
	 * A database server.
	 *
	 * @param product its name, as in {@code DatabaseFailure#product()}
	 * @param version its version as the driver tells it
	 * @param dialect what we know of the product, null when nothing
	 */
	record Server(String product, String version, @Nullable MigrationDialect dialect) {

		private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

		/**
		 * The number in the version, null when there is none.
		 */
		@Nullable String number() {
			// MariaDB calls itself 5.5.5 before its own version
			Matcher matcher = NUMBER.matcher(this.version.replaceFirst("^5\\.5\\.5-", ""));
			return matcher.find() ? matcher.group() : null;
		}

	}

}

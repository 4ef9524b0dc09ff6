package dev.resilientdb.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema and its history at the time somebody looked.
 *
 * @param history where the history is
 * @param configuration of the application's Flyway
 * @param migrations all that Flyway knows, in its order
 * @param server the database behind it
 * @param expectation what is going to happen to it
 * @param content whether anything is in it
 */
record SchemaState(SchemaHistory history, Configuration configuration, List<MigrationInfo> migrations, Server server,
		Expectation expectation, SchemaContent content) {

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
		MigrationVersion current = null;
		for (MigrationInfo migration : this.migrations) {
			if (isInEffect(migration) && (current == null || migration.getVersion().compareTo(current) > 0)) {
				current = migration.getVersion();
			}
		}
		return (current != null) ? current.toString() : null;
	}

	private static boolean isInEffect(MigrationInfo migration) {
		MigrationState state = migration.getState();
		return migration.isVersioned() && state.isApplied() && !state.isFailed() && state != MigrationState.DELETED
				&& state != MigrationState.UNDONE;
	}

	/**
	 * What production does about a migration that Flyway's own validation refuses: who
	 * wrote a pattern that lets it pass has decided.
	 */
	AnomalyPolicy production(MigrationInfo migration) {
		for (ValidatePattern pattern : this.configuration.getIgnoreMigrationPatterns()) {
			if (pattern.matchesMigration(migration.isVersioned(), migration.getState())) {
				return AnomalyPolicy.IGNORE;
			}
		}
		return AnomalyPolicy.FAIL;
	}

	/**
	 * Whether Flyway's own validation lets versioned migrations of a state pass.
	 */
	boolean isIgnoredByPattern(MigrationState state) {
		return Arrays.stream(this.configuration.getIgnoreMigrationPatterns())
			.anyMatch((pattern) -> pattern.matchesMigration(true, state));
	}

	/**
	 * The patterns that are set, with one more.
	 */
	String withPattern(String pattern) {
		Stream<String> set = Arrays.stream(this.configuration.getIgnoreMigrationPatterns()).map(String::valueOf);
		return Stream.concat(set, Stream.of(pattern)).collect(Collectors.joining(","));
	}

	/**
	 * What the history tells of, markers without a script left out.
	 */
	List<MigrationInfo> applied() {
		return this.migrations.stream()
			.filter((migration) -> migration.getInstalledRank() != null && !migration.getType().isSynthetic())
			.toList();
	}

	/**
	 * Whether Flyway has ever written into the history.
	 */
	boolean hasHistory() {
		return this.migrations.stream().anyMatch((migration) -> migration.getInstalledRank() != null);
	}

	int highestRank() {
		return this.migrations.stream()
			.map(MigrationInfo::getInstalledRank)
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
	}

	/**
	 * A database server.
	 *
	 * @param product its name, as in {@code DatabaseFailure#product()}
	 * @param version its version as the driver tells it
	 * @param schema in which connections are that choose none, null where there are none
	 * @param dialect what we know of the product, null when nothing
	 */
	record Server(String product, String version, @Nullable String schema, @Nullable MigrationDialect dialect) {

		LedgerSyntax ledger() {
			return (this.dialect != null) ? this.dialect.ledger() : LedgerSyntax.STANDARD;
		}

		/**
		 * Whether Flyway may be sent into another schema.
		 */
		boolean hasSchemas() {
			return this.schema != null;
		}

		private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

		/**
		 * The number in the version, null when there is none.
		 */
		@Nullable String number() {
			// MariaDB calls itself 5.5.5 before its own version
			Matcher matcher = NUMBER.matcher(this.version.replaceFirst("^5\\.5\\.5-", ""));
			return matcher.find() ? matcher.group() : null;
		}

		SessionDialect sessions() {
			return (this.dialect != null) ? this.dialect.sessions() : SessionDialect.UNKNOWN;
		}

	}

}

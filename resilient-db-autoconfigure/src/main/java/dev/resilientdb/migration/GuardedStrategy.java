package dev.resilientdb.migration;

import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * The application's strategy, which runs only where the application changes the schema. A
 * strategy that migrates nothing is followed by a look at the schema.
 */
final class GuardedStrategy implements FlywayMigrationStrategy {

	private final FlywayMigrationStrategy strategy;

	private final MigrationGuard guard;

	GuardedStrategy(FlywayMigrationStrategy strategy, MigrationGuard guard) {
		this.strategy = strategy;
		this.guard = guard;
	}

	@Override
	public void migrate(Flyway flyway) {
		if (!(flyway instanceof GuardedFlyway guarded)) {
			this.strategy.migrate(flyway);
			return;
		}
		if (this.guard.changesSchema()) {
			this.strategy.migrate(guarded);
		}
		this.guard.lookOnce(guarded);
	}

}

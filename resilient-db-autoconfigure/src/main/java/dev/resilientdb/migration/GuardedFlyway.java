package dev.resilientdb.migration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.output.BaselineResult;
import org.flywaydb.core.api.output.CleanResult;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.OperationResult;
import org.flywaydb.core.api.output.RepairResult;

/**
 * The application's Flyway, which asks the guard before it changes anything. Its
 * configuration stays the application's.
 */
final class GuardedFlyway extends Flyway {

	private final String name;

	private final MigrationGuard guard;

	GuardedFlyway(String name, Configuration configuration, MigrationGuard guard) {
		super(configuration);
		this.name = name;
		this.guard = guard;
	}

	/**
	 * Its bean name.
	 */
	String name() {
		return this.name;
	}

	@Override
	public MigrateResult migrate() {
		return this.guard.migrate(this);
	}

	@Override
	public CleanResult clean() {
		this.guard.checkChange(this, "clean");
		return super.clean();
	}

	@Override
	public BaselineResult baseline() {
		this.guard.checkChange(this, "baseline");
		return super.baseline();
	}

	@Override
	public OperationResult undo() {
		this.guard.checkChange(this, "undo");
		return super.undo();
	}

	@Override
	public RepairResult repair() {
		this.guard.checkChange(this, "repair");
		return super.repair();
	}

}

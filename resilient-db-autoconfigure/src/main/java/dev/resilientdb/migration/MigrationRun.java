package dev.resilientdb.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * One run of Flyway that changes a schema, as its participants prepare it. For one
 * thread.
 */
final class MigrationRun {

	private static final int DEFAULT_LOCK_RETRIES = 50;

	private final SchemaHistory history;

	private final SchemaState.Server server;

	private final List<String> pending;

	private final int highestRank;

	private final ClassicConfiguration configuration;

	private final List<Callback> callbacks = new ArrayList<>();

	private final RunProgress progress = new RunProgress();

	MigrationRun(SchemaState state) {
		this.history = state.history();
		this.server = state.server();
		this.pending = state.pending().stream().map((migration) -> migration.getScript()).toList();
		this.highestRank = state.highestRank();
		this.configuration = new ClassicConfiguration(state.configuration());
	}

	SchemaHistory history() {
		return this.history;
	}

	SchemaState.Server server() {
		return this.server;
	}

	/**
	 * The highest rank in the history before it.
	 */
	int highestRank() {
		return this.highestRank;
	}

	/**
	 * The scripts that Flyway is going to apply, in its order.
	 */
	List<String> pending() {
		return this.pending;
	}

	Configuration configuration() {
		return this.configuration;
	}

	RunProgress progress() {
		return this.progress;
	}

	/**
	 * Has Flyway wait for its lock until somebody ends it, unless the application says
	 * how long. "For ever" would be a switch that all Flyways of the process share, and
	 * that ends the waiting of one when another one begins.
	 * @param limit how long it may wait where nobody ends it, zero for ever
	 */
	void waitForLock(Duration limit) {
		if (this.configuration.getLockRetryCount() == DEFAULT_LOCK_RETRIES) {
			// It asks at most once a second
			long retries = limit.isZero() ? Integer.MAX_VALUE : limit.toSeconds() + DEFAULT_LOCK_RETRIES;
			this.configuration.setLockRetryCount((int) Math.min(retries, Integer.MAX_VALUE));
		}
	}

	void add(Callback callback) {
		this.callbacks.add(callback);
	}

	/**
	 * Stands around the data source for this run alone: the application's Flyway keeps
	 * its own.
	 */
	void around(UnaryOperator<DataSource> decorator) {
		this.configuration.setDataSource(decorator.apply(this.configuration.getDataSource()));
	}

	/**
	 * Leaves out Flyway's own validation, of which this guard has done everything and
	 * which knows no policies.
	 */
	void withoutValidation() {
		this.configuration.setValidateOnMigrate(false);
	}

	// Flyway forgets those it is given when it finds others by itself
	Flyway flyway() {
		Flyway flyway = new Flyway(this.configuration);
		if (flyway.getConfiguration() instanceof ClassicConfiguration own && !this.callbacks.isEmpty()) {
			List<Callback> all = new ArrayList<>(Arrays.asList(own.getCallbacks()));
			all.addAll(this.callbacks);
			own.setCallbacks(all.toArray(Callback[]::new));
		}
		return flyway;
	}

}

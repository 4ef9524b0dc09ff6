package dev.resilientdb.migration;

import java.util.Locale;

import dev.resilientdb.failure.Severity;

/**
 * What can be wrong with a schema's history, with the policies of the presets.
 */
public enum AnomalyKind {

	/**
	 * A versioned migration failed and left its row behind.
	 */
	FAILED_VERSIONED(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * A repeatable migration failed and left its row behind.
	 */
	FAILED_REPEATABLE(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * The schema is newer than the application. Beyond the allowed distance, or after a
	 * breaking migration, production refuses it.
	 */
	NEWER_SCHEMA(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.WARN),

	/**
	 * A migration failed that this application does not know.
	 */
	FAILED_FUTURE(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * A migration was applied whose script is not there.
	 */
	MISSING_SCRIPT(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * A script was changed after it had been applied.
	 */
	CHECKSUM_MISMATCH(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * A script was renamed after it had been applied.
	 */
	DESCRIPTION_MISMATCH(Severity.LOW, AnomalyPolicy.WARN, AnomalyPolicy.WARN),

	/**
	 * A migration was applied as another type, such as SQL and Java.
	 */
	TYPE_MISMATCH(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * A script has a version below the schema's, and would never be applied.
	 */
	LATE_MIGRATION(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * A migration was applied after one with a higher version.
	 */
	OUT_OF_ORDER(Severity.LOW, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * Migrations are pending though others are to apply them.
	 */
	PENDING(Severity.HIGH, AnomalyPolicy.NOT_READY, AnomalyPolicy.WARN),

	/**
	 * The history has rows, and the application no scripts.
	 */
	NO_SCRIPTS_FOUND(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * The schema has tables and no history.
	 */
	UNKNOWN_SCHEMA(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * Two scripts have the same version.
	 */
	DUPLICATE_VERSION(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * A migration began and nobody saw its end.
	 */
	CRASHED_MIGRATION(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * Somebody else holds the lock of the history.
	 */
	LOCK_HELD(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.WARN),

	/**
	 * An index was left behind that the server does not use.
	 */
	INVALID_INDEX(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.WARN),

	/**
	 * A constraint was left behind that existing rows need not obey.
	 */
	UNVALIDATED_CONSTRAINT(Severity.LOW, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * Rows of the history were changed or deleted by hand.
	 */
	TAMPERED_HISTORY(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.IGNORE),

	/**
	 * The schema is not what the last migration left.
	 */
	SCHEMA_DRIFT(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * Flyway may drop everything.
	 */
	CLEAN_ENABLED(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.IGNORE),

	/**
	 * A setting of Flyway switches off what protects the schema.
	 */
	DANGEROUS_SETTING(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * Two Flyways or two applications share a history table.
	 */
	SHARED_HISTORY(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * The history was repaired since the last start.
	 */
	REPAIRED_HISTORY(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * Hibernate changes the schema besides Flyway.
	 */
	DDL_AUTO(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.WARN),

	/**
	 * Hibernate's mapping does not fit the schema.
	 */
	MAPPING_MISMATCH(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.WARN),

	/**
	 * The pool has fewer connections than Flyway needs at once.
	 */
	POOL_TOO_SMALL(Severity.HIGH, AnomalyPolicy.FAIL, AnomalyPolicy.FAIL),

	/**
	 * The application's login may change the schema, or more.
	 */
	TOO_MANY_RIGHTS(Severity.LOW, AnomalyPolicy.IGNORE, AnomalyPolicy.IGNORE),

	/**
	 * A migration is slow, or pending on a large table.
	 */
	SLOW_MIGRATION(Severity.MEDIUM, AnomalyPolicy.WARN, AnomalyPolicy.IGNORE),

	/**
	 * A migration says that it needs a newer application.
	 */
	APPLICATION_TOO_OLD(Severity.CRITICAL, AnomalyPolicy.FAIL, AnomalyPolicy.WARN);

	private final Severity severity;

	private final AnomalyPolicy production;

	private final AnomalyPolicy development;

	AnomalyKind(Severity severity, AnomalyPolicy production, AnomalyPolicy development) {
		this.severity = severity;
		this.production = production;
		this.development = development;
	}

	/**
	 * The name by which policies and runbooks know it, such as {@code missing-script}.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * How much it matters.
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Whether Flyway's own validation would refuse it whatever the policy says.
	 */
	boolean isRefusedByFlyway() {
		return switch (this) {
			case NEWER_SCHEMA, FAILED_FUTURE, MISSING_SCRIPT, CHECKSUM_MISMATCH, DESCRIPTION_MISMATCH, TYPE_MISMATCH,
					LATE_MIGRATION, NO_SCRIPTS_FOUND, SHARED_HISTORY ->
				true;
			default -> false;
		};
	}

	AnomalyPolicy policy(Preset preset) {
		return (preset == Preset.PRODUCTION) ? this.production : this.development;
	}

}

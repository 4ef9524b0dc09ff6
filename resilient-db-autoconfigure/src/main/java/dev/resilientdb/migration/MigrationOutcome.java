package dev.resilientdb.migration;

import java.util.Locale;

/**
 * How far a run of a migration has come, as the guard's own table tells it. Whatever else
 * stands there is closed.
 */
enum MigrationOutcome {

	/**
	 * It has begun.
	 */
	RUNNING,

	/**
	 * All its statements have run, and the history is about to say so.
	 */
	EXECUTED,

	/**
	 * The history says that it was applied.
	 */
	APPLIED,

	/**
	 * It failed.
	 */
	FAILED,

	/**
	 * The database has undone it.
	 */
	ROLLED_BACK,

	/**
	 * Somebody has cleared up behind it by hand.
	 */
	REPAIRED;

	boolean isOpen() {
		return this == RUNNING || this == EXECUTED;
	}

	static MigrationOutcome of(String text) {
		try {
			return valueOf(text.strip().toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return REPAIRED;
		}
	}

}

package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * One run of a migration in the guard's own table. Times are in ISO 8601 and UTC.
 *
 * @param id its key: the run of Flyway and a number
 * @param history table in which Flyway keeps its history
 * @param highestRank the highest rank in the history when it began
 */
record LedgerRow(String id, String history, int highestRank, Migration migration, Place place, Progress progress) {

	/**
	 * The run of Flyway that it belongs to.
	 */
	String run() {
		return this.id.substring(0, Math.max(0, this.id.indexOf('-')));
	}

	LedgerRow with(Progress newProgress) {
		return new LedgerRow(this.id, this.history, this.highestRank, this.migration, this.place, newProgress);
	}

	/**
	 * Whether the history has taken note of it.
	 */
	boolean isKnownTo(HistoryRows rows) {
		return rows.rows()
			.stream()
			.anyMatch((row) -> row.rank() > this.highestRank && this.migration.script().equals(row.script()));
	}

	/**
	 * What was applied.
	 *
	 * @param version null for a repeatable migration
	 * @param description as Flyway writes it into the history
	 * @param type as Flyway writes it into the history
	 * @param checksum Flyway's, null when it has none
	 * @param ink checksum of the text without white space, null when the text is not
	 * there
	 */
	record Migration(String script, @Nullable String version, String description, String type,
			@Nullable Integer checksum, @Nullable Integer ink, ScriptMarks marks) {
	}

	/**
	 * Who applied it where.
	 *
	 * @param process its number on the host
	 * @param marked whether a session holds the mark of the run while it lasts
	 */
	record Place(String product, String productVersion, String application, @Nullable String applicationVersion,
			String host, long process, boolean marked) {
	}

	/**
	 * How far it has come.
	 *
	 * @param transactional whether the database undoes all of it when it does not end
	 * @param statements how many statements were executed
	 * @param heads their numbers, kinds and objects
	 * @param error kind and codes of the failure, null when there was none
	 */
	record Progress(MigrationOutcome outcome, boolean transactional, String started, @Nullable String finished,
			@Nullable Long millis, int statements, String heads, @Nullable String error) {

		Progress with(MigrationOutcome newOutcome) {
			return new Progress(newOutcome, this.transactional, this.started, this.finished, this.millis,
					this.statements, this.heads, this.error);
		}

		Progress failed(String codes) {
			return new Progress(MigrationOutcome.FAILED, this.transactional, this.started, this.finished, this.millis,
					this.statements, this.heads, codes);
		}

	}

}

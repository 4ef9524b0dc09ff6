package dev.resilientdb.migration;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;

/**
 * What those who record runs have in common.
 */
record RecorderSettings(Bookkeeper bookkeeping, FailureClassifier failures, ScriptTexts scripts, Verdicts verdicts) {

	private static final Logger logger = LoggerFactory.getLogger(RecorderSettings.class);

	private static final int LONGEST = 200;

	static String newRun() {
		return "%08x".formatted(new SecureRandom().nextInt());
	}

	LedgerRow row(String id, MigrationRun run, MigrationInfo migration, boolean marked) {
		SchemaState.Server server = run.server();
		Bookkeeper.Application here = this.bookkeeping.application();
		LedgerRow.Place place = new LedgerRow.Place(server.product(), shortened(server.version()), here.name(),
				here.version(), here.host(), here.process(), marked);
		return new LedgerRow(id, run.history().table(), run.highestRank(), migration(run, migration), place,
				new LedgerRow.Progress(MigrationOutcome.RUNNING, false, "", null, null, 0, "", null));
	}

	private LedgerRow.Migration migration(MigrationRun run, MigrationInfo migration) {
		String script = migration.getScript();
		String text = this.scripts.find(run.configuration(), script);
		String version = migration.isVersioned() ? migration.getVersion().toString() : null;
		Integer ink = (text != null) ? (Integer) ScriptChecksum.ofInk(text) : null;
		return new LedgerRow.Migration(script, version, HistorySql.stored(migration.getDescription(), run.server()),
				migration.getType().name(), migration.getResolvedChecksum(), ink, ScriptMarks.of(text));
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	/**
	 * What others have left half done, and whether they are still at it.
	 * @param except a run of Flyway that is left out
	 */
	Map<LedgerRow, Liveness> halves(LedgerConnection own, MigrationRun run, String except) throws SQLException {
		Map<LedgerRow, Liveness> halves = new LinkedHashMap<>();
		for (LedgerRow row : CrashedMigrationCheck.halves(own.ledger(), except, own.connection(), run.history())) {
			halves.put(row, Liveness.of(own.connection(), row, run.server().ledger(), this.bookkeeping.application()));
		}
		return halves;
	}

	/**
	 * Refuses to go on where others have left migrations half done, unless that is
	 * allowed.
	 * @param told the rows that were warned of
	 */
	void refuse(Map<LedgerRow, Liveness> halves, LedgerTables tables, SchemaHistory history, Set<String> told) {
		Anomalies found = this.verdicts.anomalies();
		halves.forEach((row, process) -> CrashedMigrationCheck.add(row, process, tables, history, found));
		if (found.has(AnomalyPolicy.FAIL)) {
			throw new MigrationRefusedException(this.verdicts.report(history, found), this.verdicts.lint());
		}
		halves.forEach((row, process) -> {
			if (told.add(row.id())) {
				warn(row, process, tables, history);
			}
		});
	}

	private void warn(LedgerRow row, Liveness process, LedgerTables tables, SchemaHistory history) {
		Anomalies allowed = this.verdicts.anomalies();
		CrashedMigrationCheck.add(row, process, tables, history, allowed);
		for (Anomaly anomaly : allowed.found()) {
			if (anomaly.policy() != AnomalyPolicy.IGNORE) {
				logger.warn("{} ({}): {}. {}", anomaly.id(), anomaly.subject(), anomaly.evidence(), anomaly.advice());
			}
		}
	}

	/**
	 * The codes of a failure: servers put values of rows into their messages.
	 */
	String describe(Throwable failure) {
		DatabaseFailure known = this.failures.classify(failure);
		if (known != null) {
			return shortened(known.toString());
		}
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String state = (cause instanceof SQLException sql) ? " " + sql.getSQLState() + " " + sql.getErrorCode() : "";
		return shortened(cause.getClass().getSimpleName() + state);
	}

}

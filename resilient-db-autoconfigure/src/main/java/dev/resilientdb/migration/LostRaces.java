package dev.resilientdb.migration;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.migration.LockTexts.Lost;

/**
 * Lets Flyway migrate once more when a script lost nothing but the race for a lock, and
 * only where nothing of the script has stayed.
 */
final class LostRaces {

	private static final Logger logger = LoggerFactory.getLogger(LostRaces.class);

	private final FailureClassifier classifier;

	private final int attempts;

	private final RacePause pause;

	LostRaces(FailureClassifier classifier, int attempts, RacePause pause) {
		this.classifier = classifier;
		this.attempts = attempts;
		this.pause = pause;
	}

	MigrateResult migrate(MigrationRun run) {
		int attempt = 1;
		while (true) {
			try {
				return run.flyway().migrate();
			}
			catch (FlywayException ex) {
				DatabaseFailure failure = lostRace(run, ex);
				Lost lost = isUndone(run) ? Lost.EXHAUSTED : Lost.NOT_UNDONE;
				if (lost == Lost.NOT_UNDONE || attempt >= this.attempts) {
					throw LockTexts.lost(run, run.progress().step(), failure, lost, ex);
				}
				attempt++;
				logger.warn("{}; it runs again (attempt {} of {})",
						LockTexts.repeated(run, run.progress().step(), failure), attempt, this.attempts);
				run.progress().ends();
				this.pause.before(attempt);
			}
		}
	}

	private DatabaseFailure lostRace(MigrationRun run, FlywayException ex) {
		RunProgress.Step step = run.progress().step();
		DatabaseFailure failure = this.classifier.classify(ex);
		if (failure == null || step == null || step.isLock()
				|| (failure.kind() != FailureKind.LOCK_TIMEOUT && failure.kind() != FailureKind.DEADLOCK)) {
			throw ex;
		}
		return failure;
	}

	private static boolean isUndone(MigrationRun run) {
		return run.server().sessions().hasTransactionalDdl() && run.progress().isRepeatable();
	}

}

package dev.resilientdb.migration;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.migration.LockTexts.Lost;
import dev.resilientdb.migration.RunProgress.Step;

/**
 * Lets Flyway migrate once more when a script lost nothing but the race for a lock, and
 * only where nothing of the script has stayed.
 */
final class LostRaces {

	private static final Logger logger = LoggerFactory.getLogger(LostRaces.class);

	// The last one is how SQLite says that somebody has written meanwhile
	private static final Set<FailureKind> RACES = Set.of(FailureKind.LOCK_TIMEOUT, FailureKind.DEADLOCK,
			FailureKind.SERIALIZATION_FAILURE);

	private final FailureClassifier classifier;

	private final int attempts;

	private final RacePause pause;

	LostRaces(FailureClassifier classifier, int attempts, RacePause pause) {
		this.classifier = classifier;
		this.attempts = attempts;
		this.pause = pause;
	}

	MigrateResult migrate(MigrationRun run) {
		Map<String, Integer> attempts = new HashMap<>();
		while (true) {
			try {
				return run.flyway().migrate();
			}
			catch (FlywayException ex) {
				Step step = script(run, ex);
				// Scripts of one transaction could lose by turns
				String counted = run.configuration().isGroup() ? "" : step.name();
				int attempt = attempts.merge(counted, 2, (known, first) -> known + 1);
				repeat(run, step, attempt, ex);
				this.pause.before(attempt);
			}
		}
	}

	private void repeat(MigrationRun run, Step step, int attempt, FlywayException ex) {
		DatabaseFailure failure = lostRace(ex);
		Lost lost = isUndone(run) ? Lost.EXHAUSTED : Lost.NOT_UNDONE;
		if (lost == Lost.NOT_UNDONE || attempt > this.attempts) {
			throw LockTexts.lost(run, step, failure, lost, ex);
		}
		logger.warn("{}; it runs again (attempt {} of {})", LockTexts.repeated(run, step, failure), attempt,
				this.attempts);
		run.progress().ends();
	}

	private static Step script(MigrationRun run, FlywayException ex) {
		Step step = run.progress().step();
		if (step != null && !step.isLock()) {
			return step;
		}
		if (NestedExceptionUtils.getRootCause(ex) instanceof InterruptedException) {
			Thread.currentThread().interrupt();
			throw LockTexts.interrupted(run);
		}
		throw ex;
	}

	private DatabaseFailure lostRace(FlywayException ex) {
		DatabaseFailure failure = this.classifier.classify(ex);
		if (failure == null || !RACES.contains(failure.kind())) {
			throw ex;
		}
		return failure;
	}

	private static boolean isUndone(MigrationRun run) {
		return run.server().sessions().hasTransactionalDdl() && run.progress().isRepeatable();
	}

}

package dev.resilientdb.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.migration.RunProgress.Step;

/**
 * Says whom migrations wait for.
 */
final class LockTexts {

	private static final Map<String, String> ENDING = Map.of("PostgreSQL", "SELECT pg_terminate_backend(%s);", "MySQL",
			"KILL %s;", "MariaDB", "KILL %s;");

	private LockTexts() {
	}

	static String waiting(MigrationRun run, Step step, MigrationLock lock, Duration waited) {
		if (step.isLock()) {
			return "lock-held (%s): '%s' has waited for %d s for Flyway's lock, held by %s".formatted(lock.waiter(),
					run.history().flyway(), waited.toSeconds(), holders(run, lock.holders()));
		}
		return "lock-held (%s): it has waited for %d s behind %s".formatted(lock.waiter(), waited.toSeconds(),
				holders(run, lock.holders()));
	}

	static MigrationLockException exhausted(MigrationRun run, Duration waited, List<LockHolder> holders) {
		String message = "lock-held (%s): '%s' has waited for %d s for Flyway's lock and gives up, held by %s"
			.formatted(run.history().qualifiedTable(), run.history().flyway(), waited.toSeconds(),
					holders(run, holders));
		return new MigrationLockException(message,
				"If another instance is migrating, let it end and start again, or wait longer with"
						+ " resilient-db.migration.lock.timeout. If its process is gone, end its session on the"
						+ " server" + ending(run, holders) + " This application took no lock from anybody.",
				null);
	}

	static MigrationLockException interrupted(MigrationRun run) {
		MigrationLock lock = run.progress().lock();
		String message = "lock-held (%s): '%s' was interrupted while it waited for Flyway's lock%s".formatted(
				run.history().qualifiedTable(), run.history().flyway(),
				(lock != null) ? ", held by " + holders(run, lock.holders()) : "");
		return new MigrationLockException(message, "Start again when whoever interrupted the start allows it.", null);
	}

	/**
	 * The statements that end the sessions of others, behind a colon.
	 * @return a full stop alone when nobody knows them
	 */
	static String ending(MigrationRun run, List<LockHolder> holders) {
		String statement = ENDING.get(run.server().product());
		List<String> own = run.progress().sessions();
		List<LockHolder> known = holders.stream()
			.filter((holder) -> holder.session().matches("\\d+") && !own.contains(holder.session()))
			.toList();
		return (statement != null && !known.isEmpty()) ? known.stream()
			.map((holder) -> statement.formatted(holder.session()))
			.collect(Collectors.joining(" ", ": ", "")) : ".";
	}

	/**
	 * A migration that lost the race for a lock and is not repeated.
	 */
	static MigrationLockException lost(MigrationRun run, @Nullable Step step, DatabaseFailure failure, Lost lost,
			Throwable cause) {
		String script = (step != null) ? step.name() : "A migration";
		String message = "%s lost %s: %s%s. %s".formatted(script, race(failure), failure, behind(run),
				lost.reason().formatted(run.server().product()));
		return new MigrationLockException(message, lost.wayOut(), cause);
	}

	static String repeated(MigrationRun run, @Nullable Step step, DatabaseFailure failure) {
		return "%s lost %s and was rolled back: %s%s".formatted((step != null) ? step.name() : "A migration",
				race(failure), failure, behind(run));
	}

	private static String race(DatabaseFailure failure) {
		return (failure.kind() == FailureKind.SERIALIZATION_FAILURE) ? "against somebody who wrote meanwhile"
				: "the race for a lock";
	}

	private static String behind(MigrationRun run) {
		MigrationLock lock = run.progress().lock();
		return (lock != null) ? ", behind " + holders(run, lock.holders()) : "";
	}

	/**
	 * Whether nobody but Flyway itself is in the way.
	 */
	static boolean isOwn(MigrationRun run, List<LockHolder> holders) {
		List<String> own = run.progress().sessions();
		return !holders.isEmpty() && holders.stream().map(LockHolder::session).allMatch(own::contains);
	}

	static String holders(MigrationRun run, List<LockHolder> holders) {
		String right = run.server().sessions().rightToSeeSessions();
		if (holders.isEmpty()) {
			return "a session that this login cannot see (it would need %s)".formatted(right);
		}
		return holders.stream().map((holder) -> describe(run, holder, right)).collect(Collectors.joining("; "));
	}

	private static String describe(MigrationRun run, LockHolder holder, String right) {
		if (run.progress().sessions().contains(holder.session())) {
			return holder.describe() + " (Flyway's own: " + run.server().sessions().adviceOnOwnLock() + ")";
		}
		return (holder.state() != null) ? holder.describe()
				: holder.describe() + " (to see more, this login needs " + right + ")";
	}

	/**
	 * Why a migration that lost a race is not run again.
	 */
	enum Lost {

		/**
		 * Part of it may have stayed.
		 */
		NOT_UNDONE("It is not run again, because %s keeps what ran before the statement that failed",
				"See what of the script has stayed in the schema, undo it or take it out of the script, remove the"
						+ " failed row from the history if there is one, and start again when nobody works on the"
						+ " tables. To wait longer for locks, set resilient-db.migration.session.lock-timeout."),

		/**
		 * It lost every time.
		 */
		EXHAUSTED("On %s it was rolled back each time; nothing of it has stayed",
				"Start again when nobody works on the tables, allow more tries with"
						+ " resilient-db.migration.session.attempts, or, where it waited for a lock, a longer wait with"
						+ " resilient-db.migration.session.lock-timeout.");

		private final String reason;

		private final String wayOut;

		Lost(String reason, String wayOut) {
			this.reason = reason;
			this.wayOut = wayOut;
		}

		String reason() {
			return this.reason;
		}

		String wayOut() {
			return this.wayOut;
		}

	}

}

package dev.resilientdb.migration;

import java.util.List;

import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/**
 * Lets Flyway migrate, with everybody who takes part.
 */
final class MigrationRunner {

	private final List<RunParticipant> participants;

	private final LostRaces races;

	MigrationRunner(List<RunParticipant> participants, LostRaces races) {
		this.participants = List.copyOf(participants);
		this.races = races;
	}

	MigrateResult run(MigrationRun run) {
		Throwable failure = null;
		try {
			this.participants.forEach((participant) -> participant.prepare(run));
			return this.races.migrate(run);
		}
		// Whatever it is, everybody hears of it, and it is thrown on
		catch (RuntimeException | Error ex) {
			failure = ex;
			throw ex;
		}
		finally {
			end(run, failure, this.participants.size() - 1);
		}
	}

	// One that throws keeps no other from ending
	private void end(MigrationRun run, @Nullable Throwable failure, int last) {
		if (last >= 0) {
			try {
				this.participants.get(last).ended(run, failure);
			}
			finally {
				end(run, failure, last - 1);
			}
		}
	}

}

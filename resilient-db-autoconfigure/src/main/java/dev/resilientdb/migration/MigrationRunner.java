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
		this.participants.forEach((participant) -> participant.prepare(run));
		RuntimeException failure = null;
		try {
			return this.races.migrate(run);
		}
		catch (RuntimeException ex) {
			failure = ex;
			throw ex;
		}
		finally {
			ended(run, failure);
		}
	}

	private void ended(MigrationRun run, @Nullable RuntimeException failure) {
		for (int i = this.participants.size() - 1; i >= 0; i--) {
			this.participants.get(i).ended(run, failure);
		}
	}

}

package dev.resilientdb.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Who takes part in a run hears of its end, whatever ends it.
 */
class MigrationRunnerTests {

	private final List<@Nullable Throwable> heard = new ArrayList<>();

	@Test
	void participantsEndWhenAnotherCannotPrepare() {
		assertThatIllegalStateException().isThrownBy(() -> run(listening(), failing(new IllegalStateException("no"))));
		assertThat(this.heard).hasExactlyElementsOfTypes(IllegalStateException.class);
	}

	@Test
	void errorIsNoSuccess() {
		assertThatExceptionOfType(NoClassDefFoundError.class)
			.isThrownBy(() -> run(listening(), failing(new NoClassDefFoundError("gone"))));
		assertThat(this.heard).hasExactlyElementsOfTypes(NoClassDefFoundError.class);
	}

	@Test
	void participantsEndWhenAnotherCannotEnd() {
		assertThatIllegalStateException()
			.isThrownBy(() -> run(listening(), unending(), failing(new IllegalStateException("no"))));
		assertThat(this.heard).hasSize(1);
	}

	private static void run(RunParticipant... participants) {
		LostRaces races = new LostRaces((ex) -> null, 1, new DoublingPause(Duration.ofSeconds(1)));
		SchemaState state = new SchemaState(new SchemaHistory("flyway", "dataSource", null, "history"),
				Flyway.configure().load().getConfiguration(), List.of(), new SchemaState.Server("H2", "2", null, null),
				Expectation.TO_BE_MIGRATED, SchemaContent.EMPTY);
		new MigrationRunner(List.of(participants), races).run(new MigrationRun(state));
	}

	private RunParticipant listening() {
		return new RunParticipant() {

			@Override
			public void prepare(MigrationRun run) {
			}

			@Override
			public void ended(MigrationRun run, @Nullable Throwable failure) {
				MigrationRunnerTests.this.heard.add(failure);
			}

		};
	}

	private static RunParticipant failing(Throwable failure) {
		return (run) -> {
			if (failure instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) failure;
		};
	}

	private static RunParticipant unending() {
		return new RunParticipant() {

			@Override
			public void prepare(MigrationRun run) {
			}

			@Override
			public void ended(MigrationRun run, @Nullable Throwable failure) {
				throw new IllegalStateException("cannot end");
			}

		};
	}

}

package dev.resilientdb.retry;

import java.sql.SQLException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * With what PostgreSQL refuses COMMIT: an answer, and so no doubt.
 */
@Tag("scenario-04")
abstract class RefusedCommitContract extends WorkerContract {

	@Test
	void givesBackDeferredConstraintThatCommitViolates() {
		deferUniqueness();
		Throwable thrown = catchThrowable(() -> worker().retried(this::insertTwice));
		assertThatRefused(thrown, "23505");
	}

	@Test
	void repeatsDeferredConstraintThatCommitViolatesWhenDeclared() {
		deferUniqueness();
		worker().stubborn(inTurn(this::insertTwice, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Test
	void givesBackDeferredTriggerThatRefusesCommit() {
		refuse("P0001");
		assertThatRefused(catchThrowable(() -> worker().retried(() -> insert(1))), "P0001");
	}

	@Test
	void repeatsConflictThatTriggerRaisesInAnswerToCommit() {
		refuse("40001");
		Throwable thrown = catchThrowable(() -> worker().retried(() -> insert(1)));
		assertThat(thrown).rootCause().extracting("SQLState").isEqualTo("40001");
		assertThat(worker().attempts()).isEqualTo(5);
		assertThat(calls().exhausted()).isOne();
		assertThat(entries()).isZero();
	}

	private void assertThatRefused(Throwable thrown, String state) {
		assertThat(thrown).isInstanceOf(RuntimeException.class)
			.isNotInstanceOf(CommitOutcomeUnknownException.class)
			.rootCause()
			.isInstanceOf(SQLException.class)
			.extracting("SQLState")
			.isEqualTo(state);
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isZero();
		assertThat(entries()).isZero();
	}

	private void insertTwice() {
		insert(1);
		insert(1);
	}

	private void deferUniqueness() {
		database().owner()
			.execute("drop table entry",
					"create table entry (id integer, constraint once unique (id) deferrable initially deferred)");
	}

	private void refuse(String state) {
		database().owner()
			.execute("""
					create or replace function refuse() returns trigger language plpgsql
					as $$ begin raise exception 'refused' using errcode = '%s'; end $$""".formatted(state),
					"create constraint trigger refusal after insert on entry deferrable initially deferred"
							+ " for each row execute function refuse()");
	}

}

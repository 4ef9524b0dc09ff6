package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Failures that PostgreSQL reports no earlier than in answer to COMMIT.
 */
abstract class SerializationContract extends JpaWorkerContract {

	@Tag("scenario-04")
	@Test
	void recoversSerializationFailureInAnswerToCommit() {
		save(1, "a", 100);
		save(2, "b", 100);
		worker().serializable(inTurn(() -> {
			spendHalfOfBoth(1);
			CompletableFuture.runAsync(() -> worker().serializable(() -> spendHalfOfBoth(2))).join();
		}, () -> spendHalfOfBoth(1)));
		assertThat(worker().attempts()).isEqualTo(3);
		assertThat(calls().recovered()).isOne();
		assertThat(balance(1)).isEqualTo(50);
		assertThat(balance(2)).isZero();
	}

	@Test
	void givesBackDeferredConstraintThatCommitViolates() {
		createDeferred("constraint unique_entry unique (id) deferrable initially deferred");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> insertTwice(1)))
			.isNotInstanceOf(CommitOutcomeUnknownException.class);
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void repeatsDeferredConstraintThatCommitViolatesWhenDeclared() {
		createDeferred("constraint unique_entry unique (id) deferrable initially deferred");
		worker().stubborn(inTurn(() -> insertTwice(1), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Test
	void givesBackDeferredTriggerThatRefusesCommit() {
		createDeferred("more integer");
		database().owner()
			.execute("""
					create or replace function refuse() returns trigger language plpgsql
					as $$ begin raise exception 'refused'; end $$""",
					"create constraint trigger refusal after insert on entry deferrable initially deferred"
							+ " for each row execute function refuse()");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> insert(1)))
			.isNotInstanceOf(CommitOutcomeUnknownException.class)
			.withStackTraceContaining("refused");
		assertThat(calls().ambiguous()).isZero();
	}

	/**
	 * Takes from one what both together still have.
	 */
	private void spendHalfOfBoth(int id) {
		int both = wallet(1).balance() + wallet(2).balance();
		wallet(id).add(-Math.min(wallet(id).balance(), both / 2));
		session().flush();
	}

	private void insertTwice(int id) {
		insert(id);
		insert(id);
	}

	private void createDeferred(String column) {
		database().owner().execute("drop table entry", "create table entry (id integer, " + column + ")");
	}

}

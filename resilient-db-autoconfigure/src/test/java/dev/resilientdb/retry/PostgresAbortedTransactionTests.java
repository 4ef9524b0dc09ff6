package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * PostgreSQL 18 refuses everything after the first failure of a transaction: what reaches
 * the caller may be only a consequence.
 */
@Tag("scenario-09")
class PostgresAbortedTransactionTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Test
	void repeatsConflictThatWasSwallowedBeforeStatement() {
		worker().retried(inTurn(() -> {
			swallow("40001");
			insert(1);
		}, () -> insert(1)));
		assertThat(failures(FailureKind.SERIALIZATION_FAILURE)).isOne();
		assertThatRecovered();
	}

	@Tag("scenario-08")
	@Test
	void repeatsConflictOfInnerCallThatWasSwallowedBeforeCommit() {
		worker().retried(inTurn(() -> {
			insert(1);
			swallow(() -> worker().joining(() -> raise("40P01")));
		}, () -> insert(1)));
		assertThat(failures(FailureKind.DEADLOCK)).isOne();
		assertThatRecovered();
	}

	@Test
	void givesBackOtherFailureThatWasSwallowedBeforeStatement() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> {
			swallow("P0001");
			insert(1);
		}));
		assertThatGivenBack();
	}

	/**
	 * The server answers COMMIT with ROLLBACK, of which pgjdbc 42.7.13 says nothing.
	 */
	@Test
	void failureThatWasSwallowedBeforeCommitIsNotRepeated() {
		assertThat(catchThrowable(() -> worker().retried(() -> {
			insert(1);
			swallow("P0001");
		}))).satisfiesAnyOf((ex) -> assertThat(ex).isNull(),
				(ex) -> assertThat(ex).isNotInstanceOf(CommitOutcomeUnknownException.class));
		assertThatGivenBack();
	}

	@Test
	void givesBackConsequenceWhoseCauseIsLost() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> worker().retried(() -> {
			swallow("40001");
			throw new IllegalStateException("Cannot insert");
		}));
		assertThatGivenBack();
	}

	@Test
	void keepsWhatSavepointSaved() {
		worker().retried(() -> {
			insert(1);
			swallow(() -> worker().inSavepoint(() -> raise("40001")));
		});
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	private void assertThatRecovered() {
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	private void assertThatGivenBack() {
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isZero();
		assertThat(entries()).isZero();
	}

	private void swallow(String state) {
		swallow(() -> raise(state));
	}

	private static void swallow(Runnable work) {
		assertThat(catchThrowable(work::run)).isNotNull();
	}

	private void raise(String state) {
		jdbc().execute("do $$ begin raise exception 'raised' using errcode = '%s'; end $$".formatted(state));
	}

	private long failures(FailureKind kind) {
		return context().getBean(FailureLog.class).summary().byKind().getOrDefault(kind, 0L);
	}

}

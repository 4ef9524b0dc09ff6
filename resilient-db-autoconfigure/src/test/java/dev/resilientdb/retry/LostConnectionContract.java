package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What holds when the server ends a session in the middle of a transaction.
 */
abstract class LostConnectionContract extends WorkerContract {

	@Tag("scenario-05")
	@Tag("scenario-06")
	@Test
	void tellsThatOutcomeIsUnknownWhenConnectionIsLostInCommit() {
		Throwable thrown = catchThrowable(() -> worker().retried(this::insertAndLoseCommit));
		assertThat(thrown).isInstanceOf(CommitOutcomeUnknownException.class)
			.hasMessageContaining("Worker.retried")
			.cause()
			.isNotInstanceOf(CommitOutcomeUnknownException.class);
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-05")
	@Test
	void repeatsIdempotentCallWhoseCommitIsInDoubt() {
		worker().idempotent(inTurn(this::insertAndLoseCommit, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(calls().ambiguous()).isZero();
		assertThat(entries()).isOne();
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenIdempotentCallHasNoAttemptsLeft() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().idempotent(this::insertAndLoseCommit));
		assertThat(worker().attempts()).isEqualTo(3);
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenAttemptAfterDoubtFailsForGood() {
		IllegalStateException failure = new IllegalStateException("exists already");
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().idempotent(inTurn(this::insertAndLoseCommit, () -> {
				throw failure;
			})))
			.withCause(failure);
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().ambiguous()).isOne();
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenTemplateLosesConnectionInCommit() {
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class).withName("job");
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> insertAndLoseCommit()))
			.withMessageContaining("job");
	}

	@Tag("scenario-06")
	@ParameterizedTest
	@ValueSource(strings = { "40P01", "40001" })
	void tellsThatOutcomeIsUnknownWhenCheckedExceptionWithConflictGoesWithLostCommit(String state) {
		Exception checked = new Exception("import", new SQLException("conflict", state));
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().retriedWithCheckedExceptions(() -> {
				insertAndLoseCommit();
				throw checked;
			}));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(entries()).isZero();
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenInnerTransactionCommittedBefore() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			worker().inNewTransaction(() -> insert(2));
			insertAndLoseCommit();
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void doesNotRepeatAroundDoubtOfAnotherThread() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> worker().retried(() -> {
			FutureTask<Void> task = new FutureTask<>(() -> worker().retried(this::insertAndLoseCommit), null);
			new Thread(task).start();
			throw failedTask(task);
		})).havingRootCause().isNotInstanceOf(CommitOutcomeUnknownException.class);
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().ambiguous()).isOne();
		assertThat(calls().firstAttempt()).isOne();
	}

	@Tag("scenario-14")
	@Test
	void recoversWhenConnectionIsLostBeforeStatement() {
		worker().retried(inTurn(this::insertAndLoseStatement, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void givesUpEarlierWhenConnectionsAreLost() {
		Throwable thrown = catchThrowable(() -> worker().retried(this::insertAndLoseStatement));
		assertThat(thrown).isNotInstanceOf(CommitOutcomeUnknownException.class);
		assertThat(thrown.getSuppressed()).hasSize(2);
		assertThat(worker().attempts()).isEqualTo(3);
		assertThat(calls().exhausted()).isOne();
		assertThat(entries()).isZero();
	}

	@Test
	void doesNotDoubtWhatRolledBackOnPurpose() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> worker().retried(() -> {
			insert(1);
			throw new IllegalStateException("application");
		}));
		assertThat(calls().ambiguous()).isZero();
	}

	private void insertAndLoseCommit() {
		insert(1);
		killOwnSessionBeforeCommit();
	}

	// Says conflict wherever one looks
	private static IllegalStateException failedTask(FutureTask<?> task) {
		Throwable failure = catchThrowable(task::get);
		failure.addSuppressed(conflict());
		IllegalStateException thrown = new IllegalStateException("task", failure);
		thrown.addSuppressed(conflict());
		return thrown;
	}

	private void insertAndLoseStatement() {
		insert(1);
		killOwnSession();
		insert(2);
	}

}

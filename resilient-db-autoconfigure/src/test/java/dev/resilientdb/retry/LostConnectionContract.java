package dev.resilientdb.retry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What holds when the server ends a session in the middle of a transaction.
 */
abstract class LostConnectionContract extends WorkerContract {

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

	private void insertAndLoseStatement() {
		insert(1);
		killOwnSession();
		insert(2);
	}

}

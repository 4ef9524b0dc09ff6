package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Spring takes a transaction exception of a synchronization for that of its own COMMIT
 * and neither commits nor rolls back: giving back the connection decides.
 */
class SynchronizationFailureTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@ParameterizedTest
	@MethodSource("transactionExceptions")
	void tellsThatOutcomeIsUnknownWhenTransactionExceptionKeepsFromCommitAndRollback(TransactionException failure) {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().retried(() -> insertThenFailBeforeCommit(failure)))
			.withCause(failure);
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(entries()).isLessThanOrEqualTo(1);
	}

	@Test
	void repeatsWhenOtherExceptionBeforeCommitRollsBack() {
		worker().retried(inTurn(() -> insertThenFailBeforeCommit(conflict()), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Test
	void doesNotRepeatWhenTransactionStartedBeforeCommitRollsBackUnexpectedly() {
		Throwable thrown = catchThrowable(() -> worker().retried(() -> {
			insert(entries() + 1);
			beforeCommit(() -> worker().inNewTransaction(this::swallowConflict));
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isLessThanOrEqualTo(1);
		assertThat(thrown).isInstanceOf(CommitOutcomeUnknownException.class);
	}

	static Stream<TransactionException> transactionExceptions() {
		return Stream.of("40P01", "40001", "08006")
			.map((state) -> new SQLException("elsewhere", state))
			.flatMap((cause) -> Stream.of(new CannotCreateTransactionException("No connection", cause),
					new TransactionSystemException("Could not roll back to savepoint", cause)));
	}

	private void insertThenFailBeforeCommit(RuntimeException failure) {
		insert(entries() + 1);
		beforeCommit(() -> {
			throw failure;
		});
	}

	private void swallowConflict() {
		assertThat(catchThrowable(() -> worker().joining(WorkerContract::throwConflict))).isNotNull();
	}

	private static void beforeCommit(Runnable work) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				work.run();
			}
		});
	}

}

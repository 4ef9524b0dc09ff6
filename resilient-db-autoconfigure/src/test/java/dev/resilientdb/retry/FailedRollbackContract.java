package dev.resilientdb.retry;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultSite;
import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What holds when a rollback fails and its connection lives on: cleaning up the
 * connection then commits what is open.
 */
abstract class FailedRollbackContract extends WorkerContract {

	@Override
	final TestApplication application() {
		return super.application().with(PlannedFaults.class);
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterConflictInSavepoint() {
		tellsDoubtOf(() -> worker().inSavepoint(WorkerContract::throwConflict));
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterConflictInOtherTransaction() {
		tellsDoubtOf(() -> worker().inNewTransaction(WorkerContract::throwConflict));
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterOtherTransactionLostItsConnection() {
		tellsDoubtOf(() -> worker().inNewTransaction(() -> {
			throw new DataAccessResourceFailureException("lost", new SQLException("lost", "08006"));
		}));
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterSwallowedConflict() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			assertThat(catchThrowable(() -> worker().joining(WorkerContract::throwConflict))).isNotNull();
			insert(entries() + 1);
			failNextRollback();
		}));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void tellsDoubtOfIdempotentCallThatMayHaveCommittedPart() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().idempotent(() -> {
			insert(entries() + 1);
			failNextRollback();
			throwConflict();
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	private void tellsDoubtOf(Runnable conflict) {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			insert(entries() + 1);
			Throwable thrown = catchThrowable(conflict::run);
			failNextRollback();
			throw (RuntimeException) thrown;
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(entries()).isOne();
	}

	private void failNextRollback() {
		context().getBean(PlannedFaults.class).strike(FaultSite.ROLLBACK, Fault.NOT_SENT);
	}

}

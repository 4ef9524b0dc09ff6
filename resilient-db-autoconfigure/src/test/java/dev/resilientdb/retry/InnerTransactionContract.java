package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.UnexpectedRollbackException;

import dev.resilientdb.test.Partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What holds for a retried transaction that contains others.
 */
abstract class InnerTransactionContract extends WorkerContract {

	@Test
	void doesNotRepeatAfterInnerTransactionCommitted() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().retried(() -> {
			worker().inNewTransaction(() -> insert(1));
			throwConflict();
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void repeatsIdempotentCallAfterInnerTransactionCommitted() {
		worker().idempotent(inTurn(() -> {
			worker().inNewTransaction(() -> insert(1));
			throwConflict();
		}, () -> insert(2)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isEqualTo(2);
	}

	@Test
	void repeatsWhenInnerTransactionRolledBackToo() {
		worker().retried(inTurn(() -> worker().inNewTransaction(() -> {
			insert(1);
			throwConflict();
		}), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-23")
	@Test
	void repeatsOnlyTheOutermostOfTwoRetriedCalls() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(() -> worker().retriedInNewTransaction(WorkerContract::throwConflict)));
		assertThat(worker().attempts()).isEqualTo(5 + 5);
		assertThat(calls().inert()).isEqualTo(5);
		assertThat(calls().exhausted()).isOne();
	}

	@Tag("scenario-02")
	@Test
	void repeatsNewTransactionInsideTransactionThatIsNotRetried() {
		worker()
			.joining(() -> worker().retriedInNewTransaction(inTurn(WorkerContract::throwConflict, () -> insert(1))));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-08")
	@Test
	void repeatsWhenConflictThatWasSwallowedRollsBackUnexpectedly() {
		worker().retried(inTurn(() -> swallow(() -> worker().joining(WorkerContract::throwConflict)), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-08")
	@Test
	void givesBackUnexpectedRollbackAfterFailureOfTheApplication() {
		assertThatExceptionOfType(UnexpectedRollbackException.class)
			.isThrownBy(() -> worker().retried(() -> swallow(() -> worker().joining(() -> {
				throw new IllegalStateException("application");
			}))));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().firstAttempt()).isOne();
	}

	@Test
	void doesNotRepeatWhatSucceedsDespiteSwallowedConflictOfNewTransaction() {
		worker().retried(() -> {
			swallow(() -> worker().inNewTransaction(WorkerContract::throwConflict));
			insert(1);
		});
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-03")
	@Test
	void repeatsWhenConflictLeavesSavepoint() {
		worker().retried(inTurn(() -> worker().inSavepoint(() -> {
			insert(1);
			throwConflict();
		}), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Test
	void repeatsAfterSavepointWasReleased() {
		worker().retried(inTurn(() -> {
			worker().inSavepoint(() -> insert(1));
			throwConflict();
		}, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-03")
	@Test
	void keepsWorkAroundSavepointThatWasRolledBack() {
		worker().retried(() -> {
			insert(1);
			swallow(() -> worker().inSavepoint(() -> {
				insert(2);
				throwConflict();
			}));
		});
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-03")
	@Test
	void recoversDeadlockInSavepoint() {
		insert(1);
		insert(2);
		CyclicBarrier meeting = new CyclicBarrier(2);
		CompletableFuture<Void> there = Partners.start(() -> lockBoth(1, 2, meeting));
		CompletableFuture<Void> back = Partners.start(() -> lockBoth(2, 1, meeting));
		assertThatNoException().isThrownBy(() -> CompletableFuture.allOf(there, back).join());
		assertThat(calls().recovered()).isPositive();
	}

	private void lockBoth(int first, int second, CyclicBarrier meeting) {
		worker().retried(inTurn(() -> {
			lock(first);
			Ledger.await(meeting);
			worker().inSavepoint(() -> lock(second));
		}, () -> lock(first), () -> lock(first)));
	}

	private void lock(int id) {
		jdbc().update("update entry set id = id where id = ?", id);
	}

	private static void swallow(Runnable work) {
		assertThat(catchThrowable(work::run)).isNotNull();
	}

}

package dev.resilientdb.retry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of a persistence context that was there before the retried call.
 */
@Tag("scenario-10")
class PersistenceContextAroundCallTests extends JpaWorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@BeforeEach
	void save() {
		save(1, "a", 100);
		save(2, "b", 100);
	}

	@Test
	void outerTransactionCommitsWhatItDidBeforeAndAfterRetry() {
		worker().joining(this::changeAroundRetry);
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(1)).isEqualTo(150);
		assertThat(balance(2)).isEqualTo(250);
		assertThat(balance(3)).isEqualTo(300);
		assertThat(entries()).isOne();
	}

	@Test
	void outerTransactionRollsBackWhatItDidBeforeAndAfterRetry() {
		assertThatIllegalStateException().isThrownBy(() -> worker().joining(() -> {
			changeAroundRetry();
			session().flush();
			throw new IllegalStateException("application");
		}));
		assertThat(balance(1)).isEqualTo(100);
		assertThat(balance(2)).isEqualTo(100);
		assertThat(jdbc().queryForList("select id from wallet where id = 3")).isEmpty();
		assertThat(entries()).isOne();
	}

	@Test
	void outerTransactionKeepsItsSessionAndEntities() {
		worker().joining(() -> {
			Wallet before = wallet(1);
			retryInNewTransaction();
			assertThat(session().contains(before)).isTrue();
			assertThat(wallet(1)).isSameAs(before);
		});
	}

	@Test
	void outerTransactionOnEntityManagerOfTheThreadCommitsItsChanges() {
		withOpenEntityManager(() -> worker().joining(this::changeAroundRetry));
		assertThat(balance(1)).isEqualTo(150);
		assertThat(balance(2)).isEqualTo(250);
		assertThat(balance(3)).isEqualTo(300);
	}

	@Test
	void retryThatCannotBePreparedEndsTheCall() {
		assertThatIllegalStateException().isThrownBy(() -> withOpenEntityManager(() -> worker().retried(() -> {
			afterCompletion(session()::close);
			throwConflict();
		})))
			.withMessageContaining("closed")
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasOnlyElementsOfType(CannotAcquireLockException.class));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().exhausted()).isOne();
	}

	@Test
	void conflictInOuterTransactionItselfIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().joining(() -> {
			changeAroundRetry();
			throwConflict();
		}));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(2)).isEqualTo(100);
	}

	private void changeAroundRetry() {
		session().createMutationQuery("update Wallet set balance = 250 where id = 2").executeUpdate();
		wallet(1).add(50);
		retryInNewTransaction();
		persist(3, "c", 300);
	}

	private static void afterCompletion(Runnable work) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				work.run();
			}
		});
	}

	private void retryInNewTransaction() {
		worker().retriedInNewTransaction(inTurn(WorkerContract::throwConflict, () -> insert(1)));
	}

}

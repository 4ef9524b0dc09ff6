package dev.resilientdb.retry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.CannotAcquireLockException;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a web request loaded before the call is detached by the first rollback: in another
 * attempt, changes to it would be lost without a word.
 */
@Tag("scenario-10")
class OpenEntityManagerTests extends JpaWorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

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
	void doesNotRepeatChangeOfEntityThatWasLoadedBefore() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> withOpenEntityManager(() -> {
			Wallet loaded = wallet(1);
			worker().retried(inTurn(() -> {
				loaded.add(50);
				throwConflict();
			}, () -> loaded.add(50)));
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().recovered()).isZero();
	}

	@Test
	void doesNotRepeatCallThatShouldSaveWhatChangedBefore() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> withOpenEntityManager(() -> {
			wallet(1).add(50);
			worker().retried(inTurn(WorkerContract::throwConflict, () -> wallet(2).add(50)));
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(balance(2)).isEqualTo(100);
	}

	@Test
	void doesNotRepeatWhenTransactionCannotBegin() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> withOpenEntityManager(() -> {
			wallet(1).add(50);
			killSessionOfEntityManager();
			worker().serializable(() -> wallet(2).add(50));
		}));
		assertThat(calls().firstAttempt()).isOne();
		assertThat(balance(2)).isEqualTo(100);
	}

	@Test
	void doesNotRepeatIdempotentCallWhoseCommitIsInDoubt() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> withOpenEntityManager(() -> {
			Wallet loaded = wallet(1);
			worker().idempotent(() -> {
				loaded.add(50);
				session().flush();
				killOwnSessionBeforeCommit();
			});
		}));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void repeatsCallThatLoadsEverythingItself() {
		withOpenEntityManager(() -> worker().retried(inTurn(() -> {
			wallet(1).add(50);
			throwConflict();
		}, () -> wallet(1).add(50))));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(1)).isEqualTo(150);
	}

	@Test
	void repeatsNewTransactionInsideOneThatLoadedEntities() {
		withOpenEntityManager(() -> worker().joining(() -> {
			wallet(1).add(50);
			worker().retriedInNewTransaction(inTurn(WorkerContract::throwConflict, () -> wallet(2).add(50)));
		}));
		assertThat(balance(1)).isEqualTo(150);
		assertThat(balance(2)).isEqualTo(150);
	}

	private void killSessionOfEntityManager() {
		String id = entityManager().createNativeQuery(database().sessions().id()).getSingleResult().toString();
		database().kill(Long.parseLong(id));
	}

}

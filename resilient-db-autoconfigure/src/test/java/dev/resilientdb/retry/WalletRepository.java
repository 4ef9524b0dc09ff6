package dev.resilientdb.retry;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureKind;

/**
 * A repository whose methods run again.
 */
interface WalletRepository extends JpaRepository<Wallet, Integer> {

	@Transactional
	@DeadlockRetry(maxAttempts = 2, delay = "1ms", alsoOn = FailureKind.UNIQUE_VIOLATION)
	@Modifying
	@Query("update Wallet w set w.owner = ?2 where w.id = ?1")
	int rename(int id, String owner);

	@Transactional
	@DeadlockRetry(maxAttempts = 3, delay = "1ms", alsoOn = FailureKind.UNIQUE_VIOLATION)
	default void change(Runnable work) {
		work.run();
	}

	/**
	 * The same for all methods of a repository.
	 */
	@Transactional
	@DeadlockRetry(maxAttempts = 4, delay = "1ms", alsoOn = FailureKind.UNIQUE_VIOLATION)
	interface Retried extends JpaRepository<Wallet, Integer> {

		@Modifying
		@Query("update Wallet w set w.owner = ?2 where w.id = ?1")
		int rename(int id, String owner);

	}

	/**
	 * Declares a method again, without saying that it is transactional.
	 */
	interface Redeclared extends JpaRepository<Wallet, Integer> {

		@Override
		@DeadlockRetry
		<S extends Wallet> S save(S wallet);

	}

}

package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import jakarta.persistence.LockModeType;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import dev.resilientdb.test.Partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What holds for transactions of Hibernate on every database.
 */
abstract class JpaDeadlockRetryContract extends JpaWorkerContract {

	@Test
	void recoversBothSidesOfDeadlock() {
		save(1, "a", 100);
		save(2, "b", 100);
		CyclicBarrier meeting = new CyclicBarrier(2);
		CompletableFuture<Void> there = Partners.start(() -> transfer(1, 2, meeting));
		CompletableFuture<Void> back = Partners.start(() -> transfer(2, 1, meeting));
		CompletableFuture.allOf(there, back).join();
		assertThat(balance(1)).isEqualTo(100);
		assertThat(balance(2)).isEqualTo(100);
		assertThat(calls().recovered()).isPositive();
	}

	@Test
	void givesBackUniqueViolationOfTheFlushAtCommit() {
		save(1, "a", 100);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> worker().retried(() -> persist(2, "a", 100)));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isZero();
	}

	@Test
	void repeatsUniqueViolationOfTheFlushAtCommitWhenDeclared() {
		save(1, "a", 100);
		worker().stubborn(inTurn(() -> persist(2, "a", 1), () -> persist(2, "b", 2)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(2)).isEqualTo(2);
	}

	@Test
	void givesBackFailureOfEntityCallbackInTheFlushAtCommit() {
		save(1, "a", 100);
		assertThatThrownBy(() -> worker().retried(() -> wallet(1).add(-200)))
			.isNotInstanceOf(CommitOutcomeUnknownException.class)
			.hasRootCauseInstanceOf(IllegalStateException.class)
			.hasStackTraceContaining("Balance of 1 is negative");
		assertThat(worker().attempts()).isOne();
		assertThat(balance(1)).isEqualTo(100);
	}

	@Test
	void givesBackFailureOfEntityCallbackBeforePersisting() {
		assertThatThrownBy(() -> worker().retried(() -> persist(1, "a", -1))).isInstanceOf(IllegalStateException.class)
			.hasMessage("Balance of 1 is negative");
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isZero();
	}

	@Tag("scenario-28")
	@Test
	void everyAttemptHasPersistenceContextOfItsOwn() {
		save(1, "a", 100);
		List<Session> sessions = new ArrayList<>();
		List<Integer> balances = new ArrayList<>();
		worker().retried(inTurn(() -> spend(sessions, balances), () -> {
			sessions.add(session());
			balances.add(wallet(1).balance());
		}));
		assertThat(sessions).hasSize(2).doesNotHaveDuplicates();
		assertThat(balances).containsExactly(100, 100);
	}

	@Tag("scenario-08")
	@Tag("scenario-10")
	@Test
	void clearsPersistenceContextOfTheThreadBetweenAttempts() {
		save(1, "a", 100);
		List<Session> sessions = new ArrayList<>();
		List<Integer> balances = new ArrayList<>();
		withOpenEntityManager(() -> worker().retried(inTurn(() -> swallowConflict(sessions, balances), () -> {
			sessions.add(session());
			balances.add(wallet(1).balance());
		})));
		assertThat(sessions).hasSize(2).containsOnly(sessions.get(0));
		assertThat(balances).containsExactly(100, 100);
		assertThat(balance(1)).isEqualTo(100);
	}

	private void spend(List<Session> sessions, List<Integer> balances) {
		sessions.add(session());
		balances.add(wallet(1).balance());
		wallet(1).add(-50);
		session().flush();
		throwConflict();
	}

	// Spring does not clear after a rollback that nobody expected
	private void swallowConflict(List<Session> sessions, List<Integer> balances) {
		assertThatThrownBy(() -> worker().joining(() -> spend(sessions, balances))).isNotNull();
	}

	private void transfer(int from, int to, CyclicBarrier meeting) {
		worker().retried(inTurn(() -> {
			add(from, -1);
			Ledger.await(meeting);
			add(to, 1);
		}, () -> move(from, to), () -> move(from, to), () -> move(from, to)));
	}

	private void move(int from, int to) {
		add(from, -1);
		add(to, 1);
	}

	// Reads with the lock: otherwise the next attempt may overwrite what the partner
	// commits
	private void add(int id, int amount) {
		entityManager().find(Wallet.class, id, LockModeType.PESSIMISTIC_WRITE).add(amount);
		session().flush();
	}

}

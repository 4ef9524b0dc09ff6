package dev.resilientdb.retry;

import java.util.function.IntConsumer;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import org.hibernate.Session;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * What Hibernate knows of the end of its transaction and Spring does not hear.
 */
final class HibernateTransaction {

	private static final boolean PRESENT = ClassUtils.isPresent("org.hibernate.Session",
			HibernateTransaction.class.getClassLoader())
			&& ClassUtils.isPresent("jakarta.transaction.Synchronization", HibernateTransaction.class.getClassLoader());

	private HibernateTransaction() {
	}

	/**
	 * Arranges for {@link Attempt#commitSent()} to be called when the flush is over.
	 * @return whether Hibernate will tell
	 */
	static boolean announce(EntityManager entityManager, Attempt attempt) {
		return PRESENT && Sessions.announce(entityManager, attempt);
	}

	/**
	 * Arranges for {@link Attempt#committed()} to be called when COMMIT has succeeded,
	 * and {@link Attempt#rollbackSent()} when Hibernate has rolled back: first of all
	 * synchronizations, because one that fails keeps the word from those behind it.
	 */
	static void announceCompletion(EntityManager entityManager, Attempt attempt) {
		if (PRESENT) {
			Sessions.announceCompletion(entityManager, attempt);
		}
	}

	/**
	 * Whether a rollback that Spring believes in took place: Hibernate rolls back on its
	 * own when committing fails, and keeps to itself when that fails too. Without
	 * Hibernate only a rollback that Spring asked for is believed.
	 */
	static boolean isRolledBack(EntityManager entityManager, Attempt attempt) {
		return PRESENT ? Sessions.isRolledBack(entityManager, attempt) : !attempt.isCommitSent();
	}

	/**
	 * Why Hibernate's own rollback failed, which it leaves under the failure before.
	 * @return null when it did not fail, or not visibly
	 */
	static @Nullable Throwable rollbackFailure(Throwable thrown) {
		return CauseChain.of(thrown)
			.flatMap((link) -> Stream.of(link.getSuppressed()))
			.filter((suppressed) -> suppressed.getClass().getName().equals("org.hibernate.TransactionException"))
			.findFirst()
			.orElse(null);
	}

	// Loaded only when Hibernate is there
	private static final class Sessions {

		static boolean isRolledBack(EntityManager entityManager, Attempt attempt) {
			if (!(entityManager instanceof Session session)) {
				return !attempt.isCommitSent();
			}
			TransactionStatus status = session.getTransaction().getStatus();
			// Once COMMIT is sent only success resets the status
			return status == TransactionStatus.ROLLED_BACK
					|| (status == TransactionStatus.NOT_ACTIVE && !attempt.isCommitSent());
		}

		static boolean announce(EntityManager entityManager, Attempt attempt) {
			return register(entityManager, new Completion(attempt::commitSent, (status) -> {
			}));
		}

		static void announceCompletion(EntityManager entityManager, Attempt attempt) {
			register(entityManager, new Completion(() -> {
			}, (status) -> completed(attempt, status)));
		}

		// A callback that fails after COMMIT looks like a failed commit, and Hibernate
		// rolls back without a word to Spring when told to commit what is rollback-only
		private static void completed(Attempt attempt, int status) {
			if (status == Status.STATUS_COMMITTED) {
				attempt.committed();
			}
			else if (status == Status.STATUS_ROLLEDBACK) {
				attempt.rollbackSent();
			}
		}

		private static boolean register(EntityManager entityManager, Synchronization synchronization) {
			if (!(entityManager instanceof Session session) || !session.getTransaction().isActive()) {
				return false;
			}
			session.getTransaction().registerSynchronization(synchronization);
			return true;
		}

	}

	// No record: Hibernate keeps synchronizations that are equal only once
	private static final class Completion implements Synchronization {

		private final Runnable flushed;

		private final IntConsumer completed;

		Completion(Runnable flushed, IntConsumer completed) {
			this.flushed = flushed;
			this.completed = completed;
		}

		@Override
		public void beforeCompletion() {
			this.flushed.run();
		}

		@Override
		public void afterCompletion(int status) {
			this.completed.accept(status);
		}

	}

}

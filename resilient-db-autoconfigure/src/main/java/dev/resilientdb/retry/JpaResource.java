package dev.resilientdb.retry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A JPA persistence context. Committing flushes first, and a failed flush is no commit in
 * doubt: Hibernate tells when the flush is over.
 */
final class JpaResource implements TransactionResource {

	private final EntityManagerFactory factory;

	JpaResource(EntityManagerFactory factory) {
		this.factory = factory;
	}

	@Override
	public void beforeCommit(Attempt attempt) {
		EntityManager entityManager = entityManager();
		if (entityManager == null || !HibernateFlush.announce(entityManager, attempt)) {
			attempt.commitSent();
		}
	}

	@Override
	public void beforeRetry() {
		EntityManager shared = entityManager();
		if (shared != null) {
			shared.clear();
			HibernateConnection.release(shared);
		}
	}

	private @Nullable EntityManager entityManager() {
		Object holder = TransactionSynchronizationManager.getResource(this.factory);
		return (holder instanceof EntityManagerHolder bound) ? bound.getEntityManager() : null;
	}

}

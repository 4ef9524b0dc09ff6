package dev.resilientdb.retry;

import java.time.Duration;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.orm.jpa.EntityManagerFactoryInfo;
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
	public void lookBack(Attempt attempt) {
		EntityManagerHolder holder = holder();
		if (holder != null && !HibernateEntities.isEmpty(holder.getEntityManager())) {
			attempt.foundEntities();
		}
	}

	@Override
	public void afterBegin(Attempt attempt) {
		EntityManagerHolder holder = holder();
		if (holder != null) {
			HibernateTransaction.announceCompletion(holder.getEntityManager(), attempt);
		}
	}

	@Override
	public void limit(Duration remaining) {
		EntityManagerHolder holder = holder();
		if (holder != null && TransactionTimeout.limit(this.factory, remaining)) {
			HibernateConnection.limitTransaction(holder.getEntityManager(), remaining);
		}
		if (this.factory instanceof EntityManagerFactoryInfo info && info.getDataSource() != null) {
			TransactionTimeout.limit(info.getDataSource(), remaining);
		}
	}

	@Override
	public void beforeCommit(Attempt attempt) {
		EntityManagerHolder holder = holder();
		if (holder == null || !HibernateTransaction.announce(holder.getEntityManager(), attempt)) {
			attempt.commitSent();
		}
	}

	@Override
	public boolean isRolledBack(Attempt attempt) {
		EntityManagerHolder holder = holder();
		return holder != null && HibernateTransaction.isRolledBack(holder.getEntityManager(), attempt);
	}

	@Override
	public void beforeRetry() {
		EntityManagerHolder holder = holder();
		// What a transaction around this call works with is not ours to clear
		if (holder != null && !holder.isSynchronizedWithTransaction()) {
			holder.getEntityManager().clear();
			HibernateConnection.release(holder.getEntityManager());
		}
	}

	private @Nullable EntityManagerHolder holder() {
		Object holder = TransactionSynchronizationManager.getResource(this.factory);
		return (holder instanceof EntityManagerHolder bound) ? bound : null;
	}

}

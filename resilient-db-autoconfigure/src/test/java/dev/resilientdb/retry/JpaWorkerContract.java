package dev.resilientdb.retry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.TestApplication;

/**
 * A {@link Worker} in an application with Hibernate.
 */
abstract class JpaWorkerContract extends WorkerContract {

	@Override
	TestApplication application() {
		return TestApplication.on(database())
			.with(Wallets.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=create-drop");
	}

	final EntityManagerFactory entityManagerFactory() {
		return context().getBean(EntityManagerFactory.class);
	}

	/**
	 * That of the running transaction.
	 */
	final EntityManager entityManager() {
		return SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory());
	}

	final Wallet wallet(int id) {
		return entityManager().find(Wallet.class, id);
	}

	final void persist(int id, String owner, int balance) {
		entityManager().persist(new Wallet(id, owner, balance));
	}

	final void save(int id, String owner, int balance) {
		context().getBean(WalletRepository.class).saveAndFlush(new Wallet(id, owner, balance));
	}

	final int balance(int id) {
		return jdbc().queryForObject("select balance from wallet where id = ?", Integer.class, id);
	}

	/**
	 * Hibernate's own session.
	 */
	final Session session() {
		return entityManager().unwrap(SessionImplementor.class);
	}

	/**
	 * The way a web request keeps its entity manager open.
	 */
	final void withOpenEntityManager(Runnable work) {
		try (EntityManager open = entityManagerFactory().createEntityManager()) {
			TransactionSynchronizationManager.bindResource(entityManagerFactory(), new EntityManagerHolder(open));
			work.run();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(entityManagerFactory());
		}
	}

}

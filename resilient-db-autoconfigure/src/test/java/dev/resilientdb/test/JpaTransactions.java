package dev.resilientdb.test;

import java.util.Map;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of {@link JpaTransactionManager}, statements of Hibernate.
 */
public final class JpaTransactions implements SqlTransactions, AutoCloseable {

	private final LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();

	private final JpaTransactionManager transactionManager;

	private final EntityManager entityManager;

	/**
	 * Starts Hibernate with the entities of the given package.
	 */
	public JpaTransactions(DataSource dataSource, String entities) {
		this.factory.setDataSource(dataSource);
		this.factory.setPackagesToScan(entities);
		this.factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		this.factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "none"));
		this.factory.afterPropertiesSet();
		EntityManagerFactory entityManagers = this.factory.getObject();
		this.transactionManager = new JpaTransactionManager(entityManagers);
		this.entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagers);
	}

	@Override
	public void run(int isolation, Work work) {
		TransactionTemplate transaction = new TransactionTemplate(this.transactionManager);
		transaction.setIsolationLevel(isolation);
		transaction.executeWithoutResult((status) -> work.runUnchecked(new JpaSql(this.entityManager)));
	}

	/**
	 * The entity manager of the current transaction.
	 */
	public EntityManager entityManager() {
		return this.entityManager;
	}

	@Override
	public void close() {
		this.factory.destroy();
	}

	private record JpaSql(EntityManager entityManager) implements Sql {

		@Override
		public void update(String sql) {
			this.entityManager.createNativeQuery(sql).executeUpdate();
		}

		@Override
		public Object query(String query) {
			return this.entityManager.createNativeQuery(query).getResultList().get(0);
		}

	}

}

package dev.resilientdb.retry;

import java.util.function.Consumer;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a second transaction manager commits inside a retried call is not done again,
 * however hard it is to listen to.
 */
@Tag("scenario-30")
class UnheardManagerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@BeforeEach
	void createTable() {
		database.owner().execute("drop table if exists entry", "create table entry (id integer)");
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void doesNotRepeatCommitOfManagerThatTellsNothing() {
		this.context = TestApplication.on(database).withoutJpa().with(Main.class, Delegating.class).start();
		failAfterInnerCommit();
	}

	@Test
	void doesNotRepeatCommitOfManagerBehindProxy() {
		this.context = TestApplication.on(database).withoutJpa().with(Main.class, Proxied.class).start();
		failAfterInnerCommit();
	}

	@Test
	void doesNotRepeatCommitOfManagerThatWasCreatedEarly() {
		this.context = TestApplication.on(database).withoutJpa().with(Main.class, Early.class).start();
		failAfterInnerCommit();
	}

	@Test
	void doesNotRepeatCommitOfManagerOfParentContext() {
		this.context = new SpringApplicationBuilder(Parent.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.flyway.enabled=false")
			.child(Main.class, Child.class)
			.web(WebApplicationType.NONE)
			.run();
		failAfterInnerCommit();
	}

	@Test
	void repeatsWhenTheOtherManagerDidNothing() {
		this.context = TestApplication.on(database).withoutJpa().with(Main.class, Delegating.class).start();
		Runnable body = WorkerContract.inTurn(WorkerContract::throwConflict, this::insert);
		retry((status) -> body.run());
		assertThat(entries()).isOne();
	}

	@Test
	void doesNotRepeatSilentCommitAroundTransactionThatIsHeard() {
		this.context = TestApplication.on(database).withoutJpa().with(Main.class, Delegating.class).start();
		TransactionTemplate silent = template(this.context.getBean("other", PlatformTransactionManager.class));
		TransactionTemplate heard = template(
				this.context.getBean("transactionManager", PlatformTransactionManager.class));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> retry((status) -> {
			silent.executeWithoutResult((outer) -> {
				insert();
				heard.executeWithoutResult(TransactionStatus::setRollbackOnly);
			});
			WorkerContract.throwConflict();
		}));
		assertThat(entries()).isOne();
	}

	private void failAfterInnerCommit() {
		TransactionTemplate inner = template(this.context.getBean("other", PlatformTransactionManager.class));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> retry((status) -> {
			inner.executeWithoutResult((other) -> insert());
			WorkerContract.throwConflict();
		}));
		assertThat(entries()).isOne();
	}

	private void retry(Consumer<TransactionStatus> body) {
		this.context.getBean(DeadlockRetryTemplate.class).executeWithoutResult(body);
	}

	private static TransactionTemplate template(PlatformTransactionManager manager) {
		TransactionTemplate template = new TransactionTemplate(manager);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return template;
	}

	private void insert() {
		this.context.getBean(JdbcTemplate.class).update("insert into entry (id) values (1)");
	}

	private static Integer entries() {
		return new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from entry", Integer.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Main {

		@Bean
		@Primary
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Delegating {

		@Bean
		PlatformTransactionManager other(DataSource dataSource) {
			DataSourceTransactionManager delegate = new DataSourceTransactionManager(dataSource);
			return new PlatformTransactionManager() {
				@Override
				public TransactionStatus getTransaction(TransactionDefinition definition) {
					return delegate.getTransaction(definition);
				}

				@Override
				public void commit(TransactionStatus status) {
					delegate.commit(status);
				}

				@Override
				public void rollback(TransactionStatus status) {
					delegate.rollback(status);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied {

		@Bean
		PlatformTransactionManager other(DataSource dataSource) {
			ProxyFactory proxy = new ProxyFactory(PlatformTransactionManager.class,
					(org.springframework.aop.TargetSource) null);
			proxy.setTarget(new DataSourceTransactionManager(dataSource));
			return (PlatformTransactionManager) proxy.getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Early {

		@Bean
		static DataSourceTransactionManager other(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Bean
		static BeanPostProcessor eager(DataSourceTransactionManager other) {
			return new BeanPostProcessor() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Parent {

		@Bean
		DataSource dataSource() {
			return database.dataSource();
		}

		@Bean
		DataSourceTransactionManager other(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@org.springframework.boot.autoconfigure.EnableAutoConfiguration(
			excludeName = { "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
					"org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration" })
	static class Child {

	}

}

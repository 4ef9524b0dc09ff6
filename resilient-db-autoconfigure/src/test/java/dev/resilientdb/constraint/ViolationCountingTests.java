package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.constraint.ConstraintLog.Entry;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Which violations are counted, each once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViolationCountingTests {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archive = TestDatabase.h2();

	private ConfigurableApplicationContext application;

	private Registration registration;

	private JdbcTemplate jdbc;

	@BeforeAll
	void startApplication() {
		database.owner().execute(RealConstraintContract.TABLES);
		archive.owner().execute(RealConstraintContract.TABLES);
		this.application = TestApplication.on(database)
			.with(Application.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=none")
			.start();
		this.registration = this.application.getBean(Registration.class);
		this.jdbc = this.application.getBean("jdbcTemplate", JdbcTemplate.class);
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null && products.product("archive") != null);
	}

	@BeforeEach
	void forget() {
		this.application.getBean(ConstraintLog.class).reset();
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	@Test
	void countsJdbcTemplateWithoutTransaction() {
		fails(() -> this.jdbc.execute(DUPLICATE));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsJdbcClient() {
		fails(() -> JdbcClient.create(this.jdbc).sql(DUPLICATE).update());
		assertCountedOnce("dataSource");
	}

	@Test
	void countsJdbcTemplateOfAnotherDataSource() {
		fails(() -> this.application.getBean("archiveTemplate", JdbcTemplate.class).execute(DUPLICATE));
		assertCountedOnce("archive");
	}

	@Test
	void countsJdbcTemplateInTransactionOnce() {
		fails(() -> this.registration.transaction(() -> this.jdbc.execute(DUPLICATE)));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsRepositoryWithoutTransaction() {
		fails(() -> repository().save(new Customer(2, "first@example.org")));
		assertThat(counted()).extracting(Entry::constraint, Entry::count)
			.containsExactly(tuple("UK_CUSTOMER_EMAIL", 1L));
	}

	@Test
	void countsRepositoryInTransactionOnce() {
		fails(() -> this.registration
			.transaction(() -> repository().saveAndFlush(new Customer(2, "first@example.org"))));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsFlushAtCommitOnce() {
		fails(() -> this.registration.transaction(() -> repository().save(new Customer(2, "first@example.org"))));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsWhatTheApplicationCaught() {
		this.registration.transaction(() -> fails(() -> this.jdbc.execute(DUPLICATE)));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsInTransactionTemplate() {
		fails(() -> transaction(() -> this.jdbc.execute(DUPLICATE)));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsWhatTheApplicationAsksAboutOnce() {
		Throwable thrown = catchThrowable(
				() -> transaction(() -> entities().persist(new Customer(2, "first@example.org"))));
		assertThat(counted()).isEmpty();
		resolver().resolve(thrown);
		resolver().resolve(new IllegalStateException(thrown));
		assertThat(counted()).extracting(Entry::count).containsExactly(1L);
	}

	@Test
	void countsNothingTwiceThatTheApplicationAsksAboutToo() {
		resolver().resolve(catchThrowable(() -> this.jdbc.execute(DUPLICATE)));
		assertCountedOnce("dataSource");
	}

	@Test
	void countsNothingButViolations() {
		fails(() -> this.jdbc.execute("select * from nowhere"));
		fails(() -> repository().getReferenceById(99).email());
		assertThat(counted()).isEmpty();
	}

	@Test
	void countsBesideListenerThatFails() {
		int before = this.application.getBean(FailingListener.class).calls.get();
		fails(() -> this.jdbc.execute(DUPLICATE));
		assertThat(this.application.getBean(FailingListener.class).calls).hasValue(before + 1);
		assertCountedOnce("dataSource");
	}

	@Test
	void countsInMeters() {
		fails(() -> this.jdbc.execute(DUPLICATE));
		assertThat(this.application.getBean(MeterRegistry.class)
			.get("resilientdb.constraint.violations")
			.tag("kind", "UNIQUE")
			.counter()
			.count()).isPositive();
	}

	@Test
	void leavesTheExceptionAsItIs() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.execute(DUPLICATE))
			.withCauseInstanceOf(SQLException.class);
	}

	@Test
	void isNoExceptionTranslatorToInject() {
		assertThat(this.application.getBean(Translation.class).translator())
			.isInstanceOf(AbstractEntityManagerFactoryBean.class);
	}

	private void assertCountedOnce(String dataSource) {
		assertThat(counted()).extracting(Entry::dataSource, Entry::constraint, Entry::count)
			.containsExactly(tuple(dataSource, "UK_CUSTOMER_EMAIL", 1L));
	}

	private static void fails(ThrowingCallable work) {
		assertThat(catchThrowable(work)).as("what the work threw").isNotNull();
	}

	private List<Entry> counted() {
		return this.application.getBean(ConstraintLog.class).summary().constraints();
	}

	private ConstraintViolationResolver resolver() {
		return this.application.getBean(ConstraintViolationResolver.class);
	}

	private CustomerRepository repository() {
		return this.application.getBean(CustomerRepository.class);
	}

	private EntityManager entities() {
		return this.application.getBean(EntityManager.class);
	}

	private void transaction(Runnable work) {
		new TransactionTemplate(this.application.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.run());
	}

	record Translation(PersistenceExceptionTranslator translator) {
	}

	static class FailingListener implements ViolationListener {

		final AtomicInteger calls = new AtomicInteger();

		@Override
		public void onViolation(ObservedViolation observed) {
			this.calls.incrementAndGet();
			throw new IllegalStateException("listener");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	@EnableJpaRepositories(basePackageClasses = CustomerRepository.class)
	@Import({ Registration.class, Translation.class, FailingListener.class })
	static class Application {

		@Bean(defaultCandidate = false)
		DriverManagerDataSource archive() {
			return new DriverManagerDataSource(ViolationCountingTests.archive.url(),
					ViolationCountingTests.archive.username(), ViolationCountingTests.archive.password());
		}

		@Bean(defaultCandidate = false)
		JdbcTemplate archiveTemplate(@Qualifier("archive") DriverManagerDataSource archive) {
			return new JdbcTemplate(archive);
		}

		@Bean
		SimpleMeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}

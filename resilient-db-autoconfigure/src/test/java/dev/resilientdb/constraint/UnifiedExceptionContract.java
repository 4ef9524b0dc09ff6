package dev.resilientdb.constraint;

import java.sql.SQLException;

import jakarta.persistence.EntityManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The same exceptions for violated constraints through JDBC and JPA.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnifiedExceptionContract {

	private final TestDatabase database;

	private ConfigurableApplicationContext application;

	UnifiedExceptionContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		this.database.owner().execute(RealConstraintContract.TABLES);
		this.application = TestApplication.on(this.database)
			.with(Entities.class)
			.withProperties("resilient-db.constraint.unify-exceptions=true", "spring.jpa.hibernate.ddl-auto=none")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	/**
	 * What Hibernate and Spring make of a table that does not exist.
	 */
	Class<? extends DataAccessException> ofMissingTable() {
		return InvalidDataAccessResourceUsageException.class;
	}

	@Test
	void duplicateIsDuplicateKeyThroughJdbc() {
		assertDuplicate(thrown(() -> jdbc("insert into customer (id, email_address) values (2, 'first@example.org')")));
	}

	@Test
	void duplicateIsDuplicateKeyThroughJpa() {
		assertDuplicate(thrown(() -> transaction(() -> entities().persist(new Customer(2, "first@example.org")))));
	}

	@Test
	void otherViolationIsTheSameThroughBoth() {
		String sql = "insert into customer (id, email_address, age) values (2, 'b', -1)";
		assertThat(thrown(() -> jdbc(sql))).hasSameClassAs(thrown(() -> transaction(() -> jpa(sql))))
			.isInstanceOf(DataIntegrityViolationException.class)
			.isNotInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void carriesViolation() {
		DataAccessException ex = thrown(
				() -> transaction(() -> entities().persist(new Customer(2, "first@example.org"))));
		assertThat(((ConstraintViolationHolder) ex).violation().kind()).isEqualTo(Kind.UNIQUE);
		assertThat(this.application.getBean(ConstraintViolationResolver.class).resolve(new IllegalStateException(ex)))
			.isEqualTo(((ConstraintViolationHolder) ex).violation());
	}

	@Test
	void messageHoldsNoValue() {
		assertThat(thrown(() -> jdbc("insert into customer (id, email_address) values (2, 'first@example.org')")))
			.message()
			.doesNotContain("first@example.org", "insert");
	}

	@Test
	void otherFailuresAreTranslatedAsEver() {
		assertThat(thrown(() -> jdbc("select * from nowhere"))).isInstanceOf(DataAccessException.class)
			.isNotInstanceOf(ConstraintViolationHolder.class);
		assertThat(thrown(() -> transaction(() -> jpa("delete from nowhere")))).isInstanceOf(ofMissingTable());
	}

	/**
	 * Transactions of {@link JdbcTransactionManager} as Boot configures it.
	 */
	final DataAccessException thrownAtCommitWithoutJpa(String sql) {
		try (ConfigurableApplicationContext plain = TestApplication.on(this.database)
			.withoutJpa()
			.withProperties("resilient-db.constraint.unify-exceptions=true")
			.start()) {
			DatabaseProducts products = plain.getBean(DatabaseProducts.class);
			Awaitility.await().until(() -> products.product("dataSource") != null);
			assertThat(plain.getBean(PlatformTransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
			return thrown(() -> transactions(plain)
				.executeWithoutResult((status) -> plain.getBean(JdbcTemplate.class).execute(sql)));
		}
	}

	final DataAccessException thrownAtCommitOfJpa(String sql) {
		return thrown(() -> transactions(this.application).executeWithoutResult((status) -> jdbc(sql)));
	}

	private static TransactionTemplate transactions(ConfigurableApplicationContext application) {
		return new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
	}

	private static void assertDuplicate(DataAccessException ex) {
		assertThat(ex).isInstanceOf(DuplicateKeyException.class).hasRootCauseInstanceOf(SQLException.class);
	}

	private static DataAccessException thrown(ThrowingCallable work) {
		DataAccessException ex = catchThrowableOfType(DataAccessException.class, work);
		assertThat(ex).as("what the work threw").isNotNull();
		return ex;
	}

	private void jdbc(String sql) {
		this.application.getBean(JdbcTemplate.class).execute(sql);
	}

	private void jpa(String sql) {
		try {
			entities().createNativeQuery(sql).executeUpdate();
		}
		catch (RuntimeException ex) {
			throw DataAccessUtils.translateIfNecessary(ex,
					this.application.getBean(AbstractEntityManagerFactoryBean.class));
		}
	}

	private EntityManager entities() {
		return this.application.getBean(EntityManager.class);
	}

	private void transaction(Runnable work) {
		transactions(this.application).executeWithoutResult((status) -> work.run());
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Entities {

	}

}

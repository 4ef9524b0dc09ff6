package dev.resilientdb.acquisition;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What interceptors are told of transactions, and what becomes of their refusals.
 */
class TransactionBeginTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void jdbcTransactionIsTold() {
		start(TestApplication.on(database).withoutJpa());
		transaction().executeWithoutResult((status) -> {
		});
		assertThat(events()).containsExactly("one dataSource begin transfer", "one dataSource acquire",
				"one dataSource end transfer");
	}

	@Test
	void jpaTransactionIsTold() {
		start(TestApplication.on(database));
		events().clear();
		transaction().executeWithoutResult((status) -> {
		});
		assertThat(events()).startsWith("one dataSource begin transfer").endsWith("one dataSource end transfer");
	}

	@Test
	void transactionThatRollsBackIsTold() {
		start(TestApplication.on(database).withoutJpa());
		transaction().executeWithoutResult((status) -> status.setRollbackOnly());
		assertThat(events()).endsWith("one dataSource end transfer");
	}

	@Test
	void savepointIsNoTransactionThatTakesConnection() {
		start(TestApplication.on(database).withoutJpa());
		TransactionTemplate savepoint = transaction();
		savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		transaction().executeWithoutResult((status) -> savepoint.executeWithoutResult((nested) -> {
		}));
		assertThat(events()).containsExactly("one dataSource begin transfer", "one dataSource acquire",
				"one dataSource end transfer");
	}

	@Test
	void refusedBeginReachesTheCallerOfJdbc() {
		start(TestApplication.on(database).withoutJpa());
		assertRefusalIsThrown();
	}

	@Test
	void refusedBeginReachesTheCallerOfJpa() {
		start(TestApplication.on(database));
		assertRefusalIsThrown();
	}

	@Test
	void transactionWithLazyConnectionIsNotTold() {
		String lazy = "org.springframework.boot.jdbc.autoconfigure.LazyConnectionDataSourceConfiguration";
		assumeThat(ClassUtils.isPresent(lazy, null)).as("Boot 4.1 knows lazy connections").isTrue();
		start(TestApplication.on(database).withoutJpa().withProperties("spring.datasource.connection-fetch=lazy"));
		JdbcTemplate jdbc = this.context.getBean(JdbcTemplate.class);
		events().clear();
		transaction().executeWithoutResult((status) -> jdbc.execute("select 1"));
		assertThat(events()).isNotEmpty().containsOnly("one dataSource acquire");
	}

	private void assertRefusalIsThrown() {
		IllegalStateException refusal = new IllegalStateException("No");
		this.context.getBean(RecordedAcquisitions.class).refuseBeginWith(refusal);
		events().clear();
		assertThatThrownBy(() -> transaction().executeWithoutResult((status) -> {
		})).isSameAs(refusal);
		assertThat(events()).containsExactly("one dataSource begin transfer");
	}

	private void start(TestApplication application) {
		this.context = application.with(RecordedAcquisitions.One.class).start();
	}

	private TransactionTemplate transaction() {
		TransactionTemplate transaction = new TransactionTemplate(
				this.context.getBean(PlatformTransactionManager.class));
		transaction.setName("transfer");
		return transaction;
	}

	private List<String> events() {
		return this.context.getBean(RecordedAcquisitions.class).events();
	}

}

package dev.resilientdb.retry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the properties of the retry advice change.
 */
class RetrySwitchesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@BeforeEach
	void createTable() {
		database.owner().execute("drop table if exists entry", "create table entry (id integer primary key)");
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void scopeTransactionalRepeatsEveryOutermostTransaction() {
		start("resilient-db.retry.scope=transactional");
		worker().joining(WorkerContract.inTurn(WorkerContract::throwConflict, () -> insert(1)));
		worker().inNewTransaction(WorkerContract.inTurn(WorkerContract::throwConflict, () -> insert(2)));
		assertThat(entries()).isEqualTo(2);
	}

	@Test
	void scopeAnnotatedLeavesOtherTransactionsAlone() {
		start("resilient-db.retry.scope=annotated");
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().joining(WorkerContract.inTurn(WorkerContract::throwConflict)));
	}

	@Tag("scenario-01")
	@Test
	void insideTransactionFailRefusesCall() {
		start("resilient-db.retry.inside-transaction=fail");
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> worker().joining(() -> worker().retried(() -> insert(1))))
			.withMessageContaining("Worker.retried")
			.withMessageContaining("resilient-db.retry.inside-transaction");
		assertThat(worker().attempts()).isZero();
	}

	@Tag("scenario-02")
	@Test
	void insideTransactionFailAllowsNewTransaction() {
		start("resilient-db.retry.inside-transaction=fail");
		worker().joining(() -> worker().retriedInNewTransaction(() -> insert(1)));
		assertThat(entries()).isOne();
	}

	@Test
	void onReplacesKindsToRetry() {
		start("resilient-db.retry.on=UNIQUE_VIOLATION");
		insert(1);
		worker().retried(WorkerContract.inTurn(() -> insert(1), () -> insert(2)));
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isEqualTo(2 + 1);
	}

	@Test
	void onMayBeEmpty() {
		start("resilient-db.retry.on=");
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void maxAttemptsHoldsWhereNothingIsDeclared() {
		start("resilient-db.retry.max-attempts=2");
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isEqualTo(2);
	}

	@Test
	void retryEnabledFalseRunsEveryMethodOnce() {
		start("resilient-db.retry.enabled=false");
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void retryEnabledFalseRunsCallbackOfTemplateOnce() {
		start("resilient-db.retry.enabled=false");
		DeadlockRetryTemplate template = this.context.getBean(DeadlockRetryTemplate.class);
		Runnable work = WorkerContract.inTurn(WorkerContract::throwConflict);
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> work.run()));
	}

	@Test
	void enabledFalseRunsEveryMethodOnce() {
		start("resilient-db.enabled=false");
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(this.context.getBeansOfType(RetryEngine.class)).isEmpty();
	}

	@Tag("scenario-18")
	@Test
	void retryStaysOutsideTransactionAdviceThatComesFirst() {
		this.context = application().with(TransactionsFirst.class).start();
		worker().retried(WorkerContract.inTurn(() -> {
			insert(1);
			WorkerContract.throwConflict();
		}, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	private void start(String property) {
		this.context = application().withProperties(property).start();
	}

	private static TestApplication application() {
		return TestApplication.on(database).withoutJpa().with(WorkerContract.Workers.class);
	}

	private Worker worker() {
		return this.context.getBean(Worker.class);
	}

	private void insert(int id) {
		this.context.getBean(JdbcTemplate.class).update("insert into entry (id) values (?)", id);
	}

	private int entries() {
		return new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from entry", Integer.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(order = 0, proxyTargetClass = true)
	static class TransactionsFirst {

	}

}

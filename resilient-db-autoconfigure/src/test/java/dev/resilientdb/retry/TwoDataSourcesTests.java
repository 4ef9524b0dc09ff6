package dev.resilientdb.retry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Tag("scenario-30")
class TwoDataSourcesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		this.context = application().with(TwoDataSources.class).start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void eachCallCountsForItsDataSource() {
		worker().retried(WorkerContract.inTurn(WorkerContract::throwConflict, () -> assertIn("dataSource")));
		archive().run(() -> assertIn("archive"));
		assertThat(calls("dataSource")).isEqualTo(new Calls(1, 0, 1, 0, 0, 0, 0));
		assertThat(calls("archive")).isEqualTo(new Calls(1, 1, 0, 0, 0, 0, 0));
	}

	@Test
	void qualifierOfClassNamesTransactionManager() {
		TwoDataSources.ByClass byClass = this.context.getBean(TwoDataSources.ByClass.class);
		byClass.run(WorkerContract.inTurn(WorkerContract::throwConflict, () -> assertIn("archive")));
		assertThat(calls("archive").recovered()).isOne();
		assertThat(calls("dataSource").calls()).isZero();
	}

	@Test
	void qualifierOfClassTellsOuterTransactionApart() {
		TwoDataSources.ByClass byClass = this.context.getBean(TwoDataSources.ByClass.class);
		worker().joining(
				() -> byClass.run(WorkerContract.inTurn(WorkerContract::throwConflict, () -> assertIn("archive"))));
		assertThat(calls("archive").recovered()).isOne();
	}

	@Test
	void repeatsInsideTransactionOfOtherDataSource() {
		worker().joining(
				() -> archive().run(WorkerContract.inTurn(WorkerContract::throwConflict, () -> assertIn("archive"))));
		assertThat(archive().attempts()).isEqualTo(2);
		assertThat(calls("archive").recovered()).isOne();
	}

	@Test
	void doesNotRepeatAfterOtherDataSourceCommitted() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().retried(() -> {
			archive().run(() -> assertIn("archive"));
			WorkerContract.throwConflict();
		}));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void doesNotRepeatCallOfOtherDataSourceInsideRetriedOne() {
		worker().retried(WorkerContract.inTurn(() -> archive().run(WorkerContract::throwConflict),
				() -> archive().run(() -> assertIn("archive"))));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(archive().attempts()).isEqualTo(2);
		assertThat(calls("archive").inert()).isEqualTo(2);
	}

	@Test
	void templateUsesDefaultTransactionManager() {
		template().executeWithoutResult((status) -> assertIn("dataSource"));
		assertThat(calls("dataSource").calls()).isOne();
	}

	@Test
	void templateUsesGivenTransactionManager() {
		Runnable work = WorkerContract.inTurn(WorkerContract::throwConflict, () -> assertIn("archive"));
		template().withTransactionManager(this.context.getBean("archiveTransactions", PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.run());
		assertThat(calls("archive").recovered()).isOne();
	}

	@Test
	void templateExplainsThatSeveralTransactionManagersAreDefaults() {
		try (ConfigurableApplicationContext ambiguous = application().with(TwoDefaults.class).start()) {
			DeadlockRetryTemplate template = ambiguous.getBean(DeadlockRetryTemplate.class);
			assertThatIllegalStateException().isThrownBy(() -> template.executeWithoutResult((status) -> {
			})).withMessageContaining("withTransactionManager").withMessageContaining("@Primary");
		}
	}

	private static TestApplication application() {
		return TestApplication.on(database).withoutJpa().with(WorkerContract.Workers.class);
	}

	private void assertIn(String dataSource) {
		assertThat(TransactionSynchronizationManager.hasResource(this.context.getBean(dataSource))).isTrue();
	}

	private Worker worker() {
		return this.context.getBean(Worker.class);
	}

	private TwoDataSources.ByTransaction archive() {
		return this.context.getBean(TwoDataSources.ByTransaction.class);
	}

	private DeadlockRetryTemplate template() {
		return this.context.getBean(DeadlockRetryTemplate.class);
	}

	private Calls calls(String dataSource) {
		return this.context.getBean(RetryStatistics.class).summary(dataSource).total();
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDefaults {

		@Bean
		JdbcTransactionManager first() {
			return new JdbcTransactionManager(database.dataSource());
		}

		@Bean
		JdbcTransactionManager second() {
			return new JdbcTransactionManager(database.dataSource());
		}

	}

}

package dev.resilientdb.retry;

import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Retries must not multiply a load that is the problem.
 */
@Tag("scenario-22")
class RetryBudgetTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Worker worker;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.with(WorkerContract.Workers.class)
			.withProperties("resilient-db.retry.budget.capacity=3", "resilient-db.retry.budget.min-per-second=0",
					"resilient-db.retry.budget.ratio=0.5", "resilient-db.retry.connection.delay=1ms")
			.start();
		this.worker = this.context.getBean(Worker.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void rejectsRetryThatTheBudgetDoesNotAllow() {
		exhaustByConflicts();
		assertThat(this.worker.attempts()).isEqualTo(1 + 3);
		assertThat(calls().rejected()).isOne();
	}

	@Test
	void budgetHoldsForAllCallsOfTheDataSource() {
		exhaustByConflicts();
		exhaustByConflicts();
		assertThat(this.worker.attempts()).isEqualTo(1 + 3 + 1);
		assertThat(calls().rejected()).isEqualTo(2);
	}

	@Test
	void callsThatSucceedAtOnceRefillTheBudget() {
		exhaustByConflicts();
		succeedAtOnce();
		succeedAtOnce();
		this.worker.retried(WorkerContract.inTurn(WorkerContract::throwConflict, () -> {
		}));
		assertThat(calls().recovered()).isOne();
	}

	@Test
	void lostConnectionsDoNotUseUpWhatConflictsNeed() {
		this.worker.retried(WorkerContract.inTurn(RetryBudgetTests::lose, RetryBudgetTests::lose, () -> {
		}));
		exhaustByConflicts();
		assertThat(this.worker.attempts()).isEqualTo(3 + 1 + 3);
	}

	@Test
	void retriesThatAreSuppressedInsideAnotherCallCostNothing() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(
				() -> this.worker.retried(() -> this.worker.retriedInNewTransaction(WorkerContract::throwConflict)));
		assertThat(this.worker.attempts()).isEqualTo((1 + 3) * 2);
		assertThat(calls().rejected()).isOne();
	}

	private void exhaustByConflicts() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> this.worker.retried(WorkerContract::throwConflict));
	}

	private void succeedAtOnce() {
		this.worker.retried(() -> {
		});
	}

	private static void lose() {
		throw new DataAccessResourceFailureException("lost", new SQLException("lost", "08006"));
	}

	private Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

}

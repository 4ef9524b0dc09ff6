package dev.resilientdb.retry;

import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A transaction's timeout is that of each attempt, and no retry outlasts the deadline.
 */
@Tag("scenario-21")
abstract class AttemptTimeoutContract {

	private static final Duration LONG = Duration.ofSeconds(1000);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	private ConfigurableApplicationContext context;

	abstract TestApplication application();

	/**
	 * A statement that keeps the server busy for a minute.
	 */
	abstract void beSlow(ConfigurableApplicationContext running);

	@BeforeEach
	void start() {
		this.context = application().start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void retryEndsWithTheDeadline() {
		DeadlockRetryTemplate hasty = template().withTimeout(LONG).withDeadline(Duration.ofSeconds(2));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> repeat(hasty, () -> beSlow(this.context)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
	}

	@Test
	void retryHasItsWholeTimeoutWithinTheDeadline() {
		DeadlockRetryTemplate patient = template().withTimeout(Duration.ofSeconds(500)).withDeadline(LONG);
		repeat(patient, () -> assertThat(holder().getTimeToLiveInMillis()).isBetween(400_000L, 500_000L));
		assertThat(recovered()).isOne();
	}

	@Test
	void firstAttemptHasItsWholeTimeout() {
		template().withTimeout(LONG)
			.withDeadline(Duration.ofSeconds(1))
			.executeWithoutResult((status) -> assertThat(holder().getTimeToLiveInMillis()).isGreaterThan(500_000));
	}

	@Test
	void transactionWithoutTimeoutGetsNone() {
		repeat(template().withDeadline(LONG), () -> assertThat(holder().hasTimeout()).isFalse());
		assertThat(recovered()).isOne();
	}

	private static void repeat(DeadlockRetryTemplate template, Runnable second) {
		Runnable body = WorkerContract.inTurn(WorkerContract::throwConflict, second);
		template.executeWithoutResult((status) -> body.run());
	}

	private long recovered() {
		return this.context.getBean(RetryStatistics.class).summary().total().recovered();
	}

	private DeadlockRetryTemplate template() {
		return this.context.getBean(DeadlockRetryTemplate.class);
	}

	private ConnectionHolder holder() {
		return (ConnectionHolder) TransactionSynchronizationManager.getResource(this.context.getBean(DataSource.class));
	}

}

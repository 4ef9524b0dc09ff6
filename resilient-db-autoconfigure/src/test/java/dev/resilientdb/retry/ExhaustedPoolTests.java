package dev.resilientdb.retry;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.transaction.CannotCreateTransactionException;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Asking an exhausted pool again would only make the queue longer.
 */
@Tag("scenario-15")
class ExhaustedPoolTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().withProperties("spring.datasource.hikari.maximum-pool-size=1",
				"spring.datasource.hikari.connection-timeout=250");
	}

	@Test
	void givesBackExhaustedPoolAtOnce() throws SQLException {
		try (Connection last = context().getBean(DataSource.class).getConnection()) {
			assertThat(last.isValid(1)).isTrue();
			assertThatExceptionOfType(CannotCreateTransactionException.class)
				.isThrownBy(() -> worker().retried(() -> insert(1)));
		}
		assertThat(context().getBean(FailureLog.class).summary().byKind()).containsOnlyKeys(FailureKind.POOL_EXHAUSTED)
			.containsEntry(FailureKind.POOL_EXHAUSTED, 1L);
		assertThat(calls().firstAttempt()).isOne();
		assertThat(worker().attempts()).isZero();
	}

	@Test
	void triesExhaustedPoolAgainWhenDeclared() throws SQLException {
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class)
			.alsoOn(FailureKind.POOL_EXHAUSTED)
			.withMaxAttempts(2);
		try (Connection last = context().getBean(DataSource.class).getConnection()) {
			assertThat(last.isValid(1)).isTrue();
			assertThatExceptionOfType(CannotCreateTransactionException.class)
				.isThrownBy(() -> template.executeWithoutResult((status) -> insert(1)))
				.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		}
		assertThat(calls().exhausted()).isOne();
	}

}

package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * PostgreSQL 18 refuses writes with 25006, both on a standby and in a transaction that
 * was declared to only read.
 */
@Tag("scenario-26")
class PostgresReadOnlyTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Test
	void givesBackWriteInReadOnlyTransaction() {
		DeadlockRetryTemplate reading = context().getBean(DeadlockRetryTemplate.class).withReadOnly(true);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> reading.executeWithoutResult((status) -> insert(1)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty());
		assertThat(readOnlyFailures()).isOne();
		assertThat(entries()).isZero();
	}

	@Test
	void givesBackServerThatOnlyReadsByDefault() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> {
			refuseWrites();
			insert(1);
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(readOnlyFailures()).isOne();
	}

	@Test
	void repeatsOnServerThatWritesAgainWhenDeclared() {
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class).alsoOn(FailureKind.READ_ONLY);
		Runnable work = inTurn(() -> {
			refuseWrites();
			insert(1);
		}, () -> insert(1));
		template.executeWithoutResult((status) -> work.run());
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	// As a standby does, until the transaction ends
	private void refuseWrites() {
		jdbc().execute("set transaction read only");
	}

	private long readOnlyFailures() {
		return context().getBean(FailureLog.class).summary().byKind().getOrDefault(FailureKind.READ_ONLY, 0L);
	}

}

package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why {@code readOnly} does not make a repetition safe.
 */
@Tag("scenario-14")
class H2ReadOnlyTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	/**
	 * H2 2.4.240.
	 */
	@Test
	void writesInReadOnlyTransaction() {
		context().getBean(DeadlockRetryTemplate.class).withReadOnly(true).executeWithoutResult((status) -> insert(1));
		assertThat(entries()).isOne();
	}

}

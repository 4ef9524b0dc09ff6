package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link BatchContract} on PostgreSQL 18.
 */
class PostgresBatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresBatchTests() {
		super(DATABASE);
	}

}

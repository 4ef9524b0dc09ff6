package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link UnifiedExceptionContract} on PostgreSQL 18.
 */
class PostgresUnifiedExceptionTests extends UnifiedExceptionContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresUnifiedExceptionTests() {
		super(DATABASE);
	}

}

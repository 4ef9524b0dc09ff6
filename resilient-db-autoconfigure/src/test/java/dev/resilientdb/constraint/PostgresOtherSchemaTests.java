package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link OtherSchemaContract} on PostgreSQL 18.
 */
class PostgresOtherSchemaTests extends OtherSchemaContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresOtherSchemaTests() {
		super(DATABASE);
	}

}

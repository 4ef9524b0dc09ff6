package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link OtherSchemaContract} on H2, whose message of a check has no schema.
 */
class H2OtherSchemaTests extends OtherSchemaContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2OtherSchemaTests() {
		super(DATABASE);
	}

	@Override
	List<String> columnsOfCheck() {
		return List.of();
	}

}

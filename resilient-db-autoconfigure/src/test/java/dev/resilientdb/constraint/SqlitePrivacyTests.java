package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class SqlitePrivacyTests extends PrivacyContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqlitePrivacyTests() {
		super(DATABASE);
	}

	// Its columns have no length
	@Override
	String tooLong() {
		return "insert into customer (id, email_address) values (null, 's3cr3t')";
	}

}

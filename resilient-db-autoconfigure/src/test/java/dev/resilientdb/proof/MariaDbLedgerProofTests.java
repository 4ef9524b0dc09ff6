package dev.resilientdb.proof;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

class MariaDbLedgerProofTests extends LedgerProofContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.mariaDb();
	}

}

package dev.resilientdb.proof;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

class H2LedgerProofTests extends LedgerProofContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.h2();
	}

}

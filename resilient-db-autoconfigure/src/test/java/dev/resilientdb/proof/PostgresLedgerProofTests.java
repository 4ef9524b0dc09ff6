package dev.resilientdb.proof;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

class PostgresLedgerProofTests extends LedgerProofContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.postgres();
	}

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Pooled.class);
	}

}

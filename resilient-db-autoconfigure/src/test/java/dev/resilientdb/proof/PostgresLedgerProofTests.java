package dev.resilientdb.proof;

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

	// A second by default
	@Override
	void prepare() {
		database.admin().execute("""
				do $$ begin
					execute format('alter database %I set deadlock_timeout = ''20ms''', current_database());
				end $$""");
	}

}

package dev.resilientdb.proof;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.proof.Deed.Trait;
import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

class SqliteLedgerProofTests extends LedgerProofContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.sqlite();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.sqlite();
	}

	// One may write at a time while the others wait
	@Override
	DataSource connections() {
		return database.dataSource(Map.of("busy_timeout", "200"));
	}

	@Override
	List<Deed> deeds() {
		return Deed.without(Trait.ENTITIES, Trait.INNER_AFTER_OUTER);
	}

	@Override
	int threads() {
		return 3;
	}

}

package dev.resilientdb.migration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

/**
 * SQLite has no lock for Flyway, but undoes the script of who was slower.
 */
class SqliteCrowdTests extends CrowdContract {

	SqliteCrowdTests() {
		super(TestDatabase.sqlite());
	}

	@Override
	TestApplication application(String... properties) {
		return super.application(properties).withProperties("resilient-db.migration.session.attempts=10");
	}

}

package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link BatchContract} on SQLite.
 */
class SqliteBatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteBatchTests() {
		super(DATABASE);
	}

	/**
	 * The driver throws no {@code BatchUpdateException} for prepared statements.
	 */
	@Override
	Integer told(int row) {
		return null;
	}

}

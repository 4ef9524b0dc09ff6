package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link BatchContract} on MariaDB 11.4.
 */
class MariaDbBatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbBatchTests() {
		super(DATABASE);
	}

	/**
	 * Connector/J 3.5 marks all rows as failed.
	 */
	@Override
	Integer told(int row) {
		return null;
	}

}

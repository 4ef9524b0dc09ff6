package dev.resilientdb.constraint;

import java.util.Map;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BatchContract} on MariaDB 11.4.
 */
class MariaDbBatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbBatchTests() {
		super(DATABASE);
	}

	@ParameterizedTest
	@CsvSource({ "0, 4", "1, 4", "3, 4" })
	void tellsFailedRowWithoutBulkStatements(int row, int rows) {
		assertThat(resolve(failing(row, rows, "first"), Map.of("useBulkStmtsForInserts", "false")).batchIndex())
			.isEqualTo(row);
	}

	/**
	 * Connector/J 3.5 marks the first row then, whichever failed.
	 */
	@ParameterizedTest
	@CsvSource({ "0, 4", "1, 4", "3, 4" })
	void tellsNoRowWithoutPipeline(int row, int rows) {
		Map<String, String> properties = Map.of("useBulkStmtsForInserts", "false", "disablePipeline", "true");
		assertThat(resolve(failing(row, rows, "first"), properties).batchIndex()).isNull();
	}

	/**
	 * Connector/J 3.5 sends prepared rows in bulk and marks all as failed.
	 */
	@Override
	Integer told(int row) {
		return null;
	}

}

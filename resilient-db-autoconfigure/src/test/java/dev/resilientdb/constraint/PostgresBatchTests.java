package dev.resilientdb.constraint;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BatchContract} on PostgreSQL 18.
 */
class PostgresBatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresBatchTests() {
		super(DATABASE);
	}

	@Test
	void tellsNoRowWhereRewrittenInsertsStandForSeveral() {
		Map<String, String> rewriting = Map.of("reWriteBatchedInserts", "true");
		assertThat(resolve(failing(1, 2, "first"), rewriting).batchIndex()).isNull();
		assertThat(resolve(failing(2, 3, "first"), rewriting).batchIndex()).isNull();
		assertThat(resolve(failing(9, 10, "first"), rewriting).batchIndex()).isNull();
	}

	/**
	 * The second entry of three is the third row when the first two were sent as one.
	 */
	@Test
	void tellsNoRowWhereTheDriverMayHaveRewrittenTheOthers() {
		assertThat(resolve(failing(1, 3, "first"), Map.of()).batchIndex()).isNull();
	}

}

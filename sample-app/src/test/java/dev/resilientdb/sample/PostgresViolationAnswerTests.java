package dev.resilientdb.sample;

import java.util.List;

/**
 * PostgreSQL does not say which column a value was too long for.
 */
class PostgresViolationAnswerTests extends ViolationAnswerContract {

	@Override
	List<String> fieldsOfOverlongName() {
		return List.of();
	}

}

package dev.resilientdb.constraint;

import java.util.List;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link ConstraintNamesContract} on SQLite.
 */
class SqliteConstraintNamesTests extends ConstraintNamesContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteConstraintNamesTests() {
		super(DATABASE);
	}

	@Override
	String known(String name) {
		return null;
	}

	@Override
	List<String> columnsOfForeignKey() {
		return List.of();
	}

	@Override
	List<String> columnsOfCheck() {
		return List.of();
	}

}

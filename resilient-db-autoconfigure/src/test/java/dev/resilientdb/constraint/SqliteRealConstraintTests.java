package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.TestDatabase;

/**
 * {@link RealConstraintContract} on SQLite.
 */
class SqliteRealConstraintTests extends RealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteRealConstraintTests() {
		super(DATABASE);
	}

	@Override
	String unique(String name) {
		return null;
	}

	@Override
	String foreignKey(String name) {
		return null;
	}

	@Override
	Reference told(Reference reference) {
		return null;
	}

}

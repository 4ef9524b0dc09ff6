package dev.resilientdb.constraint;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.TestDatabase;

/**
 * The contracts of this room on MariaDB 11.
 */
@Tag("container")
class MariaDb11ConstraintTests {

	@Nested
	class RealConstraint extends MariaDbRealConstraintContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MARIADB_11);

		RealConstraint() {
			super(DATABASE);
		}

	}

	@Nested
	class ConstraintNames extends ConstraintNamesContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MARIADB_11);

		ConstraintNames() {
			super(DATABASE);
		}

	}

	@Nested
	class Batch extends BatchContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MARIADB_11);

		Batch() {
			super(DATABASE);
		}

		@Override
		Integer told(int row) {
			return null;
		}

	}

	@Nested
	class Race extends RaceContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MARIADB_11);

		Race() {
			super(DATABASE);
		}

		@Override
		String upsert() {
			return "ON DUPLICATE KEY";
		}

	}

}

package dev.resilientdb.constraint;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.TestDatabase;

/**
 * The contracts of this room on MySQL 8.4.
 */
@Tag("container")
class MySql84ConstraintTests {

	@Nested
	class RealConstraint extends RealConstraintContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

		RealConstraint() {
			super(DATABASE);
		}

	}

	@Nested
	class ConstraintNames extends ConstraintNamesContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

		ConstraintNames() {
			super(DATABASE);
		}

	}

	@Nested
	class Batch extends BatchContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

		Batch() {
			super(DATABASE);
		}

	}

	@Nested
	class Race extends RaceContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

		Race() {
			super(DATABASE);
		}

		@Override
		String upsert() {
			return "ON DUPLICATE KEY";
		}

	}

}

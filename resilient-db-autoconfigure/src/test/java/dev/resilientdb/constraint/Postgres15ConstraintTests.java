package dev.resilientdb.constraint;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.TestDatabase;

/**
 * The contracts of this room on PostgreSQL 15.
 */
@Tag("container")
class Postgres15ConstraintTests {

	@Nested
	class RealConstraint extends PostgresRealConstraintContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.POSTGRES_15);

		RealConstraint() {
			super(DATABASE);
		}

	}

	@Nested
	class ConstraintNames extends ConstraintNamesContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.POSTGRES_15);

		ConstraintNames() {
			super(DATABASE);
		}

	}

	@Nested
	class Batch extends BatchContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.POSTGRES_15);

		Batch() {
			super(DATABASE);
		}

	}

	@Nested
	class Race extends RaceContract {

		@RegisterExtension
		static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.POSTGRES_15);

		Race() {
			super(DATABASE);
		}

		@Override
		String upsert() {
			return "ON CONFLICT";
		}

	}

}

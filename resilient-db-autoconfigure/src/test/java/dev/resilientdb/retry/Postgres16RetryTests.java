package dev.resilientdb.retry;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.TestDatabase;

/**
 * The contracts of this room on PostgreSQL 16.
 */
@Tag("container")
class Postgres16RetryTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.container(ContainerImage.POSTGRES_16);

	@Nested
	class DeadlockRetry extends DeadlockRetryContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class JpaDeadlockRetry extends JpaDeadlockRetryContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class InnerTransaction extends InnerTransactionContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class LostConnection extends LostConnectionContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class JpaLostConnection extends JpaLostConnectionContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class RefusedCommit extends RefusedCommitContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

	@Nested
	class Serialization extends SerializationContract {

		@Override
		TestDatabase database() {
			return database;
		}

	}

}

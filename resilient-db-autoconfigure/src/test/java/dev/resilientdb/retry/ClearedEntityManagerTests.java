package dev.resilientdb.retry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that says that its calls never work on what was loaded before them.
 */
@Tag("scenario-10")
class ClearedEntityManagerTests extends JpaWorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().withProperties("resilient-db.retry.loaded-entities=detach");
	}

	@BeforeEach
	void save() {
		save(1, "a", 100);
	}

	@Test
	void nextAttemptReadsAnew() {
		withOpenEntityManager(() -> {
			Wallet loaded = wallet(1);
			worker().retried(inTurn(() -> {
				wallet(1).add(50);
				database().owner().execute("update wallet set balance = 200 where id = 1");
				throwConflict();
			}, () -> {
				assertThat(session().contains(loaded)).isFalse();
				wallet(1).add(50);
			}));
		});
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(balance(1)).isEqualTo(250);
	}

}

package dev.resilientdb.retry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What listeners of the application's events hear of a call that needed two attempts.
 */
@Tag("scenario-12")
class EventsPerAttemptTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Audience.class);
	}

	@Test
	void listenersAfterCommitHearOnlyOfTheAttemptThatCommitted() {
		recoverOnce();
		assertThat(audience().afterCommit).containsExactly("second");
	}

	@Test
	void listenersAfterRollbackHearOfTheAttemptThatRolledBack() {
		recoverOnce();
		assertThat(audience().afterRollback).containsExactly("first");
	}

	@Test
	void listenersAfterCompletionHearOfEachAttempt() {
		recoverOnce();
		assertThat(audience().afterCompletion).containsExactly("first", "second");
	}

	@Test
	void listenersBeforeCommitHearOnlyOfTheAttemptThatReachedIt() {
		recoverOnce();
		assertThat(audience().beforeCommit).containsExactly("second");
	}

	@Test
	void plainListenersHearOfEachAttempt() {
		recoverOnce();
		assertThat(audience().atOnce).containsExactly("first", "second");
	}

	private void recoverOnce() {
		worker().retried(inTurn(() -> {
			context().publishEvent("first");
			throwConflict();
		}, () -> context().publishEvent("second")));
	}

	private Audience audience() {
		return context().getBean(Audience.class);
	}

	/**
	 * Remembers what it hears when.
	 */
	static class Audience {

		private final List<String> atOnce = new CopyOnWriteArrayList<>();

		private final List<String> beforeCommit = new CopyOnWriteArrayList<>();

		private final List<String> afterCommit = new CopyOnWriteArrayList<>();

		private final List<String> afterRollback = new CopyOnWriteArrayList<>();

		private final List<String> afterCompletion = new CopyOnWriteArrayList<>();

		@EventListener
		void atOnce(String event) {
			this.atOnce.add(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
		void beforeCommit(String event) {
			this.beforeCommit.add(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
		void afterCommit(String event) {
			this.afterCommit.add(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
		void afterRollback(String event) {
			this.afterRollback.add(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
		void afterCompletion(String event) {
			this.afterCompletion.add(event);
		}

	}

}

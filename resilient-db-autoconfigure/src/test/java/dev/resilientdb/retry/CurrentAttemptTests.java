package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the body of a retried call can know of its attempt.
 */
@Tag("scenario-12")
class CurrentAttemptTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final List<Integer> numbers = new ArrayList<>();

	@Override
	TestDatabase database() {
		return database;
	}

	@Test
	void numbersAttemptsFromOne() {
		worker().retried(inTurn(() -> {
			note();
			throwConflict();
		}, this::note));
		assertThat(this.numbers).containsExactly(1, 2);
	}

	@Test
	void tellsWhyTheAttemptRuns() {
		worker().retried(inTurn(() -> {
			assertThat(attempt().isRetry()).isFalse();
			assertThat(attempt().previousFailure()).isNull();
			throwConflict();
		}, () -> {
			assertThat(attempt().isRetry()).isTrue();
			assertThat(attempt().previousFailure().kind()).isEqualTo(FailureKind.SERIALIZATION_FAILURE);
			insert(1);
		}));
		assertThat(entries()).isOne();
	}

	@Test
	void isZeroOutsideRetriedCalls() {
		worker().retried(() -> insert(1));
		note();
		worker().joining(this::note);
		assertThat(this.numbers).containsExactly(0, 0);
	}

	@Test
	void isThatOfTheOutermostCall() {
		worker().retried(inTurn(() -> worker().retriedInNewTransaction(WorkerContract::throwConflict),
				() -> worker().retriedInNewTransaction(this::note)));
		assertThat(this.numbers).containsExactly(2);
	}

	@Test
	void isKnownInTheTemplate() {
		context().getBean(DeadlockRetryTemplate.class).executeWithoutResult((status) -> note());
		assertThat(this.numbers).containsExactly(1);
	}

	private void note() {
		this.numbers.add(attempt().number());
	}

	private CurrentAttempt attempt() {
		return context().getBean(CurrentAttempt.class);
	}

}

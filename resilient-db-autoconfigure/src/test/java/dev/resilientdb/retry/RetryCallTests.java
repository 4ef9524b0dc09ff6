package dev.resilientdb.retry;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.springframework.core.env.StandardEnvironment;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.ManagedTransactions.Visibility;
import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.RetryOperation.Joining;
import dev.resilientdb.retry.RetryOperation.Kinds;
import dev.resilientdb.retry.RetryOperation.Repetition;
import dev.resilientdb.retry.RetryOperation.Waits;
import dev.resilientdb.retry.Verdict.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bounds of the wait and of the attempts that hold for all settings.
 */
class RetryCallTests {

	private static final Duration FOREVER = Duration.ofDays(365);

	private static final long HOUR = 3_600_000;

	@Property
	void waitsLessThanDoubledDelayAndLongestDelay(@ForAll @LongRange(min = 1, max = HOUR) long delay,
			@ForAll @LongRange(min = 1, max = HOUR) long maxDelay, @ForAll @IntRange(min = 1, max = 999) int failures) {
		RetryCall call = call(FailureKind.DEADLOCK, 1000, waits(delay, maxDelay, FOREVER), Duration.ZERO);
		fail(call, FailureKind.DEADLOCK, failures);
		double doubled = delay * Math.pow(2, failures - 1);
		assertThat(call.repeats()).isTrue();
		assertThat(call.pause()).isGreaterThanOrEqualTo(Duration.ZERO);
		assertThat(call.pause().toNanos()).isLessThan((long) (Math.min(doubled, (double) maxDelay) * 1_000_000));
	}

	@Property(tries = 100)
	void waitsNotAtAllWithoutDelay(@ForAll @IntRange(min = 1, max = 999) int failures) {
		RetryCall call = call(FailureKind.DEADLOCK, 1000, waits(0, 0, FOREVER), Duration.ZERO);
		fail(call, FailureKind.DEADLOCK, failures);
		assertThat(call.pause()).isZero();
	}

	@Property(tries = 100)
	void repeatsUntilAttemptsAreUsedUp(@ForAll @IntRange(min = 1, max = 1000) int maxAttempts) {
		RetryCall call = call(FailureKind.DEADLOCK, maxAttempts, waits(0, 0, FOREVER), Duration.ZERO);
		long attempts = Stream.iterate(failed(call), RetryCall::repeats, RetryCallTests::failed).count() + 1;
		assertThat(attempts).isEqualTo(maxAttempts).isEqualTo(call.attempts());
	}

	@Property(tries = 100)
	void repeatsLostConnectionsNoMoreThanTheirOwnLimit(@ForAll @IntRange(min = 1, max = 1000) int maxAttempts) {
		RetryCall call = call(FailureKind.CONNECTION_LOST, maxAttempts, waits(0, 0, FOREVER), Duration.ZERO);
		fail(call, FailureKind.CONNECTION_LOST, Math.min(maxAttempts, 3));
		assertThat(call.repeats()).isFalse();
	}

	@Property
	void beginsNoWaitThatEndsAfterDeadline(@ForAll @LongRange(min = 1, max = HOUR) long delay,
			@ForAll @LongRange(min = 0, max = HOUR) long elapsed,
			@ForAll @LongRange(min = 1, max = HOUR) long deadline) {
		Duration before = Duration.ofMillis(elapsed);
		RetryCall call = call(FailureKind.DEADLOCK, 1000, waits(delay, HOUR, Duration.ofMillis(deadline)), before);
		fail(call, FailureKind.DEADLOCK, 1);
		assertThat(!call.repeats() || before.plus(call.pause()).toMillis() < deadline).isTrue();
	}

	@Property(tries = 100)
	void remembersNoMoreThanTheLastFailures(@ForAll @IntRange(min = 1, max = 999) int failures) {
		RetryCall call = call(FailureKind.DEADLOCK, 1000, waits(0, 0, FOREVER), Duration.ZERO);
		fail(call, FailureKind.DEADLOCK, failures);
		assertThat(call.failures()).hasSize(Math.min(failures, 10))
			.last()
			.extracting(Throwable::getMessage)
			.isEqualTo("failure " + failures);
	}

	private static RetryCall failed(RetryCall call) {
		fail(call, FailureKind.DEADLOCK, 1);
		return call;
	}

	@Example
	void countsLostConnectionsApart() {
		RetryCall call = call(FailureKind.DEADLOCK, 10, waits(1, 1, FOREVER), Duration.ZERO);
		fail(call, FailureKind.DEADLOCK, 5);
		fail(call, FailureKind.CONNECTION_LOST, 2);
		assertThat(call.repeats()).isTrue();
		fail(call, FailureKind.CONNECTION_LOST, 1);
		assertThat(call.repeats()).isFalse();
	}

	private static void fail(RetryCall call, FailureKind kind, int times) {
		SQLException cause = new SQLException();
		DatabaseFailure failure = new DatabaseFailure(kind, "H2", null, 0, cause);
		Verdict verdict = new Verdict(Decision.REPEAT, AttemptOutcome.ROLLED_BACK, failure);
		IntStream.rangeClosed(1, times).forEach((number) -> call.failed(new Failure("failure " + number), verdict));
	}

	private static RetryCall call(FailureKind kind, int maxAttempts, Waits waits, Duration elapsed) {
		Declaration declaration = new Declaration("call", maxAttempts, waits, new Kinds(Set.of(kind), Set.of()),
				Repetition.HARMFUL);
		ManagedTransactions transactions = new ManagedTransactions(new JdbcResource(null), null, () -> "db",
				Visibility.OBSERVED);
		MethodStatistics statistics = new MethodStatistics("call", "db", RetryMeters.NONE);
		RetryOperation operation = new RetryOperation(declaration, Joining.JOINS, () -> transactions, () -> statistics);
		return new RetryCall(operation, rules(), System.nanoTime() - elapsed.toNanos());
	}

	private static Waits waits(long delay, long maxDelay, Duration deadline) {
		return new Waits(Duration.ofMillis(delay), Duration.ofMillis(maxDelay), deadline);
	}

	private static RetryRules rules() {
		RetryProperties properties = new RetryProperties(true, RetryScope.ANNOTATED, 5, Duration.ZERO, Duration.ZERO,
				FOREVER, null, null, InsideTransaction.PASS_THROUGH, LoadedEntities.KEEP, RetryObservations.OFF,
				new RetryProperties.Connection(3, Duration.ZERO, Duration.ZERO),
				new RetryProperties.Budget(1_000_000, 0, 0));
		RetrySettings settings = new RetrySettings(properties, new StandardEnvironment());
		RetryStatistics statistics = new RetryStatistics((method) -> RetryMeters.NONE);
		return new RetryRules(settings, new RetryBudgets(settings, statistics, (name, purpose, budget) -> {
		}), Map.of());
	}

	/**
	 * Cheap, and told apart by its message.
	 */
	private static final class Failure extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Failure(String message) {
			super(message, null, false, false);
		}

	}

}

package dev.resilientdb.retry;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import dev.resilientdb.failure.FailureKind;

/**
 * Counts the calls of one method on one data source by outcome. Safe for use by several
 * threads.
 */
final class MethodStatistics {

	private final String method;

	private final String dataSource;

	private final RetryMeters meters;

	private final Map<CallOutcome, LongAdder> calls = new EnumMap<>(CallOutcome.class);

	private final LongAdder failedFirst = new LongAdder();

	private volatile Map<CallOutcome, Long> baseline = Map.of();

	MethodStatistics(String method, String dataSource, RetryMeters meters) {
		this.method = method;
		this.dataSource = dataSource;
		this.meters = meters;
		for (CallOutcome outcome : CallOutcome.values()) {
			this.calls.put(outcome, new LongAdder());
		}
	}

	void call(CallOutcome outcome) {
		adder(outcome).increment();
		this.meters.call(outcome);
	}

	void failedAttempt(FailureKind kind) {
		this.meters.failedAttempt(kind);
	}

	void recovered(Duration duration) {
		call(CallOutcome.RECOVERED);
		this.meters.recovery(duration);
	}

	String method() {
		return this.method;
	}

	String dataSource() {
		return this.dataSource;
	}

	/**
	 * Notes that a call counted as {@link CallOutcome#FIRST_ATTEMPT} failed.
	 */
	void failedFirst() {
		this.failedFirst.increment();
	}

	/**
	 * The number of calls since start that succeeded at once.
	 */
	long successes() {
		return adder(CallOutcome.FIRST_ATTEMPT).sum() - this.failedFirst.sum();
	}

	Map<CallOutcome, Long> counts() {
		Map<CallOutcome, Long> counts = new EnumMap<>(CallOutcome.class);
		this.calls.forEach((outcome, adder) -> counts.put(outcome,
				Math.max(0, adder.sum() - this.baseline.getOrDefault(outcome, 0L))));
		return counts;
	}

	// Metrics must never fall, so that a reset only moves the point counted from
	void reset() {
		Map<CallOutcome, Long> now = new EnumMap<>(CallOutcome.class);
		this.calls.forEach((outcome, adder) -> now.put(outcome, adder.sum()));
		this.baseline = now;
	}

	private LongAdder adder(CallOutcome outcome) {
		LongAdder adder = this.calls.get(outcome);
		if (adder == null) {
			throw new IllegalStateException("No count for " + outcome);
		}
		return adder;
	}

}

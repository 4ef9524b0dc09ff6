package dev.resilientdb.circuit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import org.jspecify.annotations.Nullable;

/**
 * Resilience4j's breaker over the last acquisitions. While none of them failed or was
 * slow a success is only counted, and told to the breaker before the next failure is:
 * that comes to the same, and costs neither a lock nor garbage. Safe for use by several
 * threads.
 */
final class Breaker {

	private final CircuitBreaker breaker;

	private final int window;

	private final long slowNanos;

	private final LongAdder untold = new LongAdder();

	private volatile boolean calm = true;

	private volatile boolean everSucceeded;

	Breaker(String name, CircuitProperties properties, Clock clock) {
		this.window = properties.window();
		this.slowNanos = properties.slowAcquisitionThreshold().toNanos();
		this.breaker = CircuitBreaker.of(name,
				CircuitBreakerConfig.custom()
					.failureRateThreshold((float) (100 * properties.failureRateThreshold()))
					.slowCallRateThreshold((float) (100 * properties.slowRateThreshold()))
					.slowCallDurationThreshold(properties.slowAcquisitionThreshold())
					.slidingWindow(properties.window(), properties.minimumCalls(), SlidingWindowType.COUNT_BASED)
					.waitDurationInOpenState(properties.openDuration())
					.permittedNumberOfCallsInHalfOpenState(properties.halfOpenCalls())
					.clock(clock)
					.build());
	}

	/**
	 * Counts a success if that is all there is to do.
	 */
	boolean countsCalmly(long nanos) {
		if (this.calm && nanos < this.slowNanos) {
			this.untold.increment();
			return true;
		}
		return false;
	}

	boolean isSlow(long nanos) {
		return nanos >= this.slowNanos;
	}

	void succeeded(long nanos) {
		if (isSlow(nanos)) {
			tellCounted();
		}
		this.breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
		this.everSucceeded = true;
		this.calm = isSpotless();
	}

	void failed(long nanos, Throwable failure) {
		tellCounted();
		this.breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
	}

	private void tellCounted() {
		if (this.calm) {
			this.calm = false;
			long successes = this.untold.sumThenReset();
			this.everSucceeded = this.everSucceeded || successes > 0;
			// What was counted while the circuit was closed decides no trial
			long told = (state() == CircuitState.CLOSED) ? Math.min(successes, this.window) : 0;
			for (long i = told; i > 0; i--) {
				this.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
			}
		}
	}

	private boolean isSpotless() {
		CircuitBreaker.Metrics metrics = this.breaker.getMetrics();
		return state() == CircuitState.CLOSED && metrics.getNumberOfFailedCalls() == 0
				&& metrics.getNumberOfSlowCalls() == 0;
	}

	/**
	 * Whether anybody has got a connection yet.
	 */
	boolean hasEverSucceeded() {
		return this.everSucceeded || this.untold.sum() > 0;
	}

	boolean tryAcquire() {
		return this.breaker.tryAcquirePermission();
	}

	void release() {
		this.breaker.releasePermission();
	}

	/**
	 * Lets nobody through, however long it takes.
	 */
	void hold() {
		this.calm = false;
		this.breaker.transitionToForcedOpenState();
	}

	void letFewTry() {
		this.calm = false;
		this.breaker.transitionToHalfOpenState();
	}

	void close() {
		this.breaker.transitionToClosedState();
		this.untold.reset();
		this.calm = true;
	}

	CircuitState state() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> CircuitState.OPEN;
			case HALF_OPEN -> CircuitState.HALF_OPEN;
			case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
		};
	}

	/**
	 * Share of failures from 0 to 1.
	 * @return null when there were too few calls
	 */
	@Nullable Double failureRate() {
		if (this.calm) {
			return 0.0;
		}
		float percent = this.breaker.getMetrics().getFailureRate();
		return (percent >= 0) ? percent / 100.0 : null;
	}

}

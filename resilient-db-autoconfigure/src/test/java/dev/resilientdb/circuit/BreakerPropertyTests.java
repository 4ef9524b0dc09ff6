package dev.resilientdb.circuit;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counting successes apart comes to the same as telling each to Resilience4j.
 */
class BreakerPropertyTests {

	private static final long SLOW = TimeUnit.SECONDS.toNanos(3);

	@Property
	void opensWhenResilience4jDoes(@ForAll @Size(max = 60) List<Call> calls) {
		Breaker breaker = new Breaker("breaker", CircuitFixture.properties(), Clock.systemUTC());
		CircuitBreaker reference = CircuitBreaker.of("reference",
				CircuitBreakerConfig.custom()
					.failureRateThreshold(50)
					.slowCallRateThreshold(80)
					.slowCallDurationThreshold(CircuitFixture.properties().slowAcquisitionThreshold())
					.slidingWindow(10, 4, SlidingWindowType.COUNT_BASED)
					.build());
		assertThat(calls).allSatisfy((call) -> {
			call.tell(breaker);
			call.tell(reference);
			assertThat(breaker.state().name()).isEqualTo(reference.getState().name());
		});
	}

	enum Call {

		SUCCESS, SLOW_SUCCESS, FAILURE;

		void tell(Breaker breaker) {
			long nanos = (this == SLOW_SUCCESS) ? SLOW : 1;
			if (this == FAILURE) {
				breaker.failed(nanos, new IllegalStateException());
			}
			else if (!breaker.countsCalmly(nanos)) {
				breaker.succeeded(nanos);
			}
		}

		void tell(CircuitBreaker breaker) {
			long nanos = (this == SLOW_SUCCESS) ? SLOW : 1;
			if (this == FAILURE) {
				breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException());
			}
			else {
				breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
			}
		}

	}

}

package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrowdTests {

	@Test
	void countsFailuresByException() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		Tally.Outcome outcome = new Crowd(2, Duration.ofMillis(50)).repeat(() -> {
			calls.incrementAndGet();
			throw new IllegalArgumentException();
		});
		assertThat(outcome.succeeded()).isZero();
		assertThat(outcome.failures()).isEqualTo(Map.of("IllegalArgumentException", calls.longValue()));
		assertThat(outcome.durations().count()).isEqualTo(calls.get());
	}

	@Test
	void letsNoCallerOutliveTheDrill() throws InterruptedException {
		Set<Thread> callers = ConcurrentHashMap.newKeySet();
		new Crowd(4, Duration.ofMillis(50)).repeat(() -> callers.add(Thread.currentThread()));
		assertThat(callers).isNotEmpty().noneMatch(Thread::isAlive);
	}

}

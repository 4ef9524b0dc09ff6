package dev.resilientdb.sample.drill;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryCountersTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void countsOnlyWhatHappenedSince() {
		this.meters.counter("resilientdb.retry.calls", "method", "A.b", "outcome", "recovered").increment(3);
		RetryCounters before = RetryCounters.read(this.meters, "A.b");
		this.meters.counter("resilientdb.retry.calls", "method", "A.b", "outcome", "recovered").increment(2);
		this.meters.counter("resilientdb.retry.calls", "method", "A.b", "outcome", "exhausted").increment();
		assertThat(RetryCounters.read(this.meters, "A.b").since(before)).isEqualTo(new RetryCounters(2, 1));
	}

	@Test
	void countsMissingMetersAsZero() {
		assertThat(RetryCounters.read(this.meters, "A.b")).isEqualTo(new RetryCounters(0, 0));
	}

}

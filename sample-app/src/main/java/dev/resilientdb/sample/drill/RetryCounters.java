package dev.resilientdb.sample.drill;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the library counted for one method. A missing counter counts as 0.
 *
 * @param recovered calls that succeeded after a failed attempt
 * @param exhausted calls that failed in every attempt
 */
record RetryCounters(long recovered, long exhausted) {

	static RetryCounters read(MeterRegistry meters, String method) {
		return new RetryCounters(count(meters, method, "recovered"), count(meters, method, "exhausted"));
	}

	RetryCounters since(RetryCounters before) {
		return new RetryCounters(this.recovered - before.recovered, this.exhausted - before.exhausted);
	}

	private static long count(MeterRegistry meters, String method, String outcome) {
		return Math.round(meters.find("resilientdb.retry.calls")
			.tags("method", method, "outcome", outcome)
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum());
	}

}

package dev.resilientdb.sample.drill;

import java.util.Map;

/**
 * What became of calls.
 *
 * @param calls the number of calls made
 * @param succeeded the number of calls that returned
 * @param failed the number of calls that threw, by simple name of the exception
 * @param p50Millis the median duration of a call
 * @param p99Millis the duration that 99 of 100 calls stay below
 * @param maxMillis the longest duration of a call
 */
record CallsReport(long calls, long succeeded, Map<String, Long> failed, double p50Millis, double p99Millis,
		double maxMillis) {

	static CallsReport of(Tally.Outcome outcome) {
		Durations durations = outcome.durations();
		return new CallsReport(durations.count(), outcome.succeeded(), outcome.failures(),
				durations.percentileMillis(50), durations.percentileMillis(99), durations.percentileMillis(100));
	}

}

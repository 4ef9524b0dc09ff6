package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.Map;

/**
 * What one variant of a drill did.
 *
 * @param calls the number of calls made
 * @param succeeded the number of calls that returned
 * @param failed the number of calls that threw, by simple name of the exception
 * @param recovered the calls that the library counted as recovered
 * @param exhausted the calls that the library counted as exhausted
 * @param throughput the number of successful calls per second
 * @param p50Millis the median duration of a call
 * @param p99Millis the duration that 99 of 100 calls stay below
 * @param moneyConserved whether the sum of the balances is the same, every balance is
 * explained by the ledger, and exactly the successful calls are written down
 * @param money what the accounts say
 */
record VariantReport(long calls, long succeeded, Map<String, Long> failed, long recovered, long exhausted,
		double throughput, double p50Millis, double p99Millis, boolean moneyConserved, Money money) {

	static VariantReport of(Tally.Outcome outcome, RetryCounters retries, Duration elapsed, Money money) {
		double throughput = outcome.succeeded() * 1_000.0 / Math.max(elapsed.toMillis(), 1);
		Durations durations = outcome.durations();
		return new VariantReport(durations.count(), outcome.succeeded(), outcome.failures(), retries.recovered(),
				retries.exhausted(), Math.round(throughput * 10) / 10.0, durations.percentileMillis(50),
				durations.percentileMillis(99), money.conservedBy(outcome.succeeded()), money);
	}

}

package dev.resilientdb.sample.drill;

import java.util.stream.LongStream;

/**
 * Durations of calls, ranked.
 */
final class Durations {

	private final long[] nanos;

	Durations(LongStream nanos) {
		this.nanos = nanos.sorted().toArray();
	}

	int count() {
		return this.nanos.length;
	}

	/**
	 * The duration that so many calls out of a hundred do not exceed.
	 * @param percent the number of calls out of a hundred
	 * @return milliseconds with two decimals, 0 if there was no call
	 */
	double percentileMillis(int percent) {
		if (this.nanos.length == 0) {
			return 0;
		}
		int rank = (int) Math.ceil(percent * (double) this.nanos.length / 100);
		return Math.round(this.nanos[Math.max(rank, 1) - 1] / 10_000.0) / 100.0;
	}

}

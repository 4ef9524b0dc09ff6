package dev.resilientdb.sample.drill;

/**
 * Extent of a drill.
 *
 * @param threads the number of callers
 * @param seconds how long each variant runs
 * @param accounts the number of accounts the callers collide on
 */
record DrillPlan(int threads, int seconds, int accounts) {

	DrillPlan warmUp() {
		return new DrillPlan(this.threads, 1, this.accounts);
	}

}

package dev.resilientdb.pool;

/**
 * Lets a verdict change when its reason lasts. A pool that goes to and fro between others
 * leaves its verdict, too, for the nearest of them. For one thread.
 */
final class Hysteresis {

	private static final int PEAK = 2;

	private static final int CALM = 4;

	private PoolVerdict left = PoolVerdict.UNKNOWN;

	private PoolVerdict nearest = PoolVerdict.UNKNOWN;

	private int others;

	private int exhausted;

	private int same;

	private PoolVerdict last = PoolVerdict.UNKNOWN;

	/**
	 * The verdict that holds after one more look.
	 * @param found what this look found
	 * @param current what has held until now
	 */
	PoolVerdict lasting(PoolVerdict found, PoolVerdict current) {
		this.exhausted = found.isExhaustion() ? this.exhausted + 1 : 0;
		this.same = (found == this.last) ? this.same + 1 : 1;
		this.last = found;
		count(found, current);
		if (!found.isOfPool() || (found == PoolVerdict.LEAKING && !current.isExhaustion())) {
			return found;
		}
		if (found == PoolVerdict.EXHAUSTED && current != PoolVerdict.POOL_LOCKED) {
			return (this.exhausted >= PEAK) ? found : current;
		}
		if (found == PoolVerdict.LEAKING || found == PoolVerdict.POOL_LOCKED) {
			return (this.same >= PEAK) ? found : current;
		}
		// A leak has lasted before it is found, and is over at once
		if (current == PoolVerdict.UNKNOWN || current == PoolVerdict.LEAKING || current.isOfDatabase()) {
			return found;
		}
		return (this.others >= CALM) ? this.nearest : current;
	}

	private void count(PoolVerdict found, PoolVerdict current) {
		if (current != this.left) {
			this.left = current;
			this.others = 0;
		}
		int side = Integer.signum(found.compareTo(current));
		if (this.others > 0 && side == Integer.signum(this.nearest.compareTo(current))) {
			boolean nearer = side * found.compareTo(this.nearest) < 0;
			this.nearest = nearer ? found : this.nearest;
			this.others++;
		}
		else {
			this.nearest = found;
			this.others = (side != 0) ? 1 : 0;
		}
	}

}

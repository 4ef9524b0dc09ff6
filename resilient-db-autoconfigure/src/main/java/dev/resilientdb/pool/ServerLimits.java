package dev.resilientdb.pool;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How many connections a server lets a login have, and how long it keeps idle ones.
 *
 * @param allowances each limit that holds for the login, empty when none is known
 * @param idleTimeout after which the server ends a session that is idle, null when never
 */
public record ServerLimits(List<Allowance> allowances, @Nullable Duration idleTimeout) {

	public ServerLimits {
		allowances = List.copyOf(allowances);
	}

	/**
	 * The limit that leaves the fewest connections to the login, whoever holds them now.
	 */
	@Nullable Allowance lowest() {
		return this.allowances.stream().min(Comparator.comparingInt(Allowance::usable)).orElse(null);
	}

	/**
	 * How many further connections the login can open now, null when that is not known.
	 */
	@Nullable Integer free() {
		Integer least = null;
		for (Allowance allowance : this.allowances) {
			Integer free = allowance.free();
			if (free == null) {
				return null;
			}
			least = (least != null) ? Math.min(least, free) : free;
		}
		return least;
	}

	/**
	 * One of a server's limits.
	 *
	 * @param name what the product calls it
	 * @param limit how many connections there may be
	 * @param reserved how many of them are kept for administrators
	 * @param used how many there are now, null when that is not known
	 */
	public record Allowance(String name, int limit, int reserved, @Nullable Integer used) {

		/**
		 * How many connections ordinary logins may have.
		 */
		int usable() {
			return Math.max(0, this.limit - this.reserved);
		}

		@Nullable Integer free() {
			return (this.used != null) ? Math.max(0, usable() - this.used) : null;
		}

	}

}

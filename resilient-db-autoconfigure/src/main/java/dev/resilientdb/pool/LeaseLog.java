package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.pool.HolderRemarks.Remark;

/**
 * Warns of leaks when they change, and of long and idle transactions once each, of one
 * method at most once a minute. For one thread.
 */
final class LeaseLog {

	private static final Logger logger = LoggerFactory.getLogger(LeaseLog.class);

	private static final Duration SILENCE = Duration.ofMinutes(1);

	private static final int METHODS = 200;

	private final String dataSource;

	private final InstantSource clock;

	private final Theme lasting = new Theme(HolderRemarks::lasting);

	private final Theme idle = new Theme(HolderRemarks::idle);

	private Map<String, Integer> leaks = Map.of();

	LeaseLog(String dataSource, InstantSource clock) {
		this.dataSource = dataSource;
		this.clock = clock;
	}

	void tell(HolderRemarks remarks) {
		tellLeaks(remarks.leaks());
		this.lasting.tell(remarks.lasting());
		this.idle.tell(remarks.idle());
	}

	private void tellLeaks(Map<String, Remark> standing) {
		Map<String, Integer> counts = new HashMap<>();
		standing.forEach((name, remark) -> {
			int count = remark.leases().size();
			counts.put(name, count);
			if (count > this.leaks.getOrDefault(name, 0)) {
				logger.warn("Data source '{}': {}", this.dataSource, HolderRemarks.leak(name, remark));
			}
		});
		for (String name : this.leaks.keySet()) {
			if (!counts.containsKey(name)) {
				logger.info("Data source '{}': what {} had leaked came back", this.dataSource, name);
			}
		}
		this.leaks = counts;
	}

	/**
	 * Warnings of one sort.
	 */
	private final class Theme {

		private final BiFunction<String, Remark, String> sentence;

		private Set<Lease> known = Set.of();

		private final Map<String, Instant> last = new LinkedHashMap<>();

		Theme(BiFunction<String, Remark, String> sentence) {
			this.sentence = sentence;
		}

		void tell(Map<String, Remark> remarks) {
			Set<Lease> mentioned = new HashSet<>();
			remarks.forEach((name, remark) -> {
				if (!this.known.containsAll(remark.leases())) {
					warn(name, remark);
				}
				mentioned.addAll(remark.leases());
			});
			this.known = mentioned;
		}

		private void warn(String name, Remark remark) {
			Instant now = LeaseLog.this.clock.instant();
			Instant before = this.last.remove(name);
			boolean silent = before != null && before.plus(SILENCE).isAfter(now);
			if (!silent) {
				logger.warn("Data source '{}': {}", LeaseLog.this.dataSource, this.sentence.apply(name, remark));
			}
			this.last.put(name, silent ? before : now);
			if (this.last.size() > METHODS) {
				this.last.remove(this.last.keySet().iterator().next());
			}
		}

	}

}

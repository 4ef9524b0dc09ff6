package dev.resilientdb.circuit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;

/**
 * Which databases have refused to write a short while ago. Safe for use by several
 * threads.
 */
final class ReadOnlyMemory {

	private final Map<String, Refused> refused = new ConcurrentHashMap<>();

	private final Duration duration;

	private final InstantSource clock;

	ReadOnlyMemory(Duration duration, InstantSource clock) {
		this.duration = duration;
		this.clock = clock;
	}

	/**
	 * How long a database is read-only after it has refused for the last time.
	 */
	Duration duration() {
		return this.duration;
	}

	/**
	 * Notes a failure if it is of this kind.
	 * @return whether the database was not known to be read-only
	 */
	boolean isNews(FailureEvent event) {
		FailureKind kind = event.failure().kind();
		if (kind != FailureKind.READ_ONLY && kind != FailureKind.DISK_FULL) {
			return false;
		}
		Refused now = new Refused(kind, this.clock.instant().plus(this.duration));
		return this.refused.put(event.dataSource(), now) == null;
	}

	/**
	 * Why a database is read-only.
	 * @return null when it is not, by all that is known
	 */
	@Nullable FailureKind reason(String dataSource) {
		Refused last = this.refused.get(dataSource);
		return (last != null && this.clock.instant().isBefore(last.until())) ? last.kind() : null;
	}

	/**
	 * Forgets a database whose time is over.
	 * @return how long it takes until then, null when there is nothing left to forget
	 */
	@Nullable Duration forget(String dataSource) {
		Refused last = this.refused.get(dataSource);
		Instant now = this.clock.instant();
		if (last != null && now.isBefore(last.until())) {
			return Duration.between(now, last.until());
		}
		if (last != null && !this.refused.remove(dataSource, last)) {
			return this.duration;
		}
		return null;
	}

	private record Refused(FailureKind kind, Instant until) {
	}

}

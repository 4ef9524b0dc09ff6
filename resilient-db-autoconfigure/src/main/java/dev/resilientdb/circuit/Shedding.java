package dev.resilientdb.circuit;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;

/**
 * Decides which requests are not served while a database is degraded or down. Where
 * callers must find out themselves whether it is there again, they are let through.
 */
final class Shedding {

	private final DatabaseAvailability availability;

	private final ShedPaths paths;

	private final InstantSource clock;

	Shedding(DatabaseAvailability availability, ShedPaths paths, InstantSource clock) {
		this.availability = availability;
		this.paths = paths;
		this.clock = clock;
	}

	/**
	 * What to answer instead of serving a request.
	 * @return null when it is to be served
	 */
	@Nullable UnavailableAnswer answer(PathContainer path) {
		return this.paths.contains(path) ? answer() : null;
	}

	private @Nullable UnavailableAnswer answer() {
		Instant now = this.clock.instant();
		Availability worst = Availability.AVAILABLE;
		Instant until = now;
		for (AvailabilityReport report : this.availability.reports()) {
			if (sheds(report, now)) {
				worst = worst.or(report.availability());
				until = later(until, report.until());
			}
		}
		return (worst != Availability.AVAILABLE) ? UnavailableAnswer.of(worst, until, now) : null;
	}

	private static boolean sheds(AvailabilityReport report, Instant now) {
		return switch (report.availability()) {
			case AVAILABLE, READ_ONLY -> false;
			case DEGRADED -> report.until() == null || report.until().isAfter(now);
			case DOWN -> true;
		};
	}

	private static Instant later(Instant known, @Nullable Instant other) {
		return (other != null && other.isAfter(known)) ? other : known;
	}

}

package dev.resilientdb.migration;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * How the guard keeps its own records.
 *
 * @param table in which it keeps them
 * @param slowAfter how long a migration may take before that is told
 * @param application who migrates
 * @param clock tells the time
 */
record Bookkeeper(String table, Duration slowAfter, Application application, InstantSource clock) {

	// As text it means the same on every product and in every time zone
	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	String now() {
		return FORMAT.format(this.clock.instant());
	}

	/**
	 * An application in a process.
	 *
	 * @param version null when nobody knows
	 */
	record Application(String name, @Nullable String version, String host, long process) {
	}

}

package dev.resilientdb.circuit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one database.
 *
 * @param dataSource bean name of the data source
 * @param availability what can be expected
 * @param since since when that is so
 * @param reason why, as the name of a failure kind or of a verdict on the pool, null when
 * nothing is known against the database
 * @param until before which trying is of no use, null when nobody knows
 */
public record AvailabilityReport(String dataSource, Availability availability, Instant since, @Nullable String reason,
		@Nullable Instant until) {
}

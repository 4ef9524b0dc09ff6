package dev.resilientdb.circuit;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one data source's circuit.
 *
 * @param dataSource bean name of the data source
 * @param state whether callers get through
 * @param since when it opened, or since when it is closed
 * @param until when the next try is made, null while it is closed
 * @param reason what opened it, as the name of a failure kind, {@code NO_ANSWER} or
 * {@code SLOW_ACQUISITION}; null while it is closed
 * @param failureRate share of failures among the last acquisitions from 0 to 1, null when
 * there were too few
 * @param opened how often it has opened since start or reset
 * @param rejected how many calls it has refused since start or reset
 * @param timeToRecovery from the last opening to the closing that followed, null when
 * there was none
 */
public record CircuitReport(String dataSource, CircuitState state, Instant since, @Nullable Instant until,
		@Nullable String reason, @Nullable Double failureRate, long opened, long rejected,
		@Nullable Duration timeToRecovery) {
}

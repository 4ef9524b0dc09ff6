package dev.resilientdb.failure;

import java.time.Instant;

/**
 * A failure that reached a transaction boundary.
 *
 * @param time when it was noticed
 * @param dataSource bean name of the data source, {@code "unknown"} when it cannot be
 * told
 * @param method the method or call that failed, as {@code SimpleClassName.method}
 * @param failure what the database reported
 */
public record FailureEvent(Instant time, String dataSource, String method, DatabaseFailure failure) {
}

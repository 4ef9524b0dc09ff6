/**
 * What did the database just tell us? Any {@code Throwable} becomes a
 * {@link dev.resilientdb.failure.DatabaseFailure}, whatever masked or wrapped it. Asks
 * about products through {@link dev.resilientdb.failure.FailureDialect}; depends on no
 * other room.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.failure;

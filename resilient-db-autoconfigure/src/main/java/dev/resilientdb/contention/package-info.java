/**
 * How do we prevent the next deadlock? Who loses to deadlocks, how often. Depends on
 * {@code failure}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.contention;

/**
 * Can the pool keep up, and is the database behind it there? A
 * {@link dev.resilientdb.pool.PoolReport} says it with evidence, without borrowing a
 * connection. Depends on {@code failure} and {@code acquisition}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.pool;

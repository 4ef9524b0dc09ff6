/**
 * What happens when many callers collide, and when the database or its pool fails?
 * Depends on {@code account} and {@code database}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.drill;

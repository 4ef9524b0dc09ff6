/**
 * What happens when many callers collide? Depends on {@code account}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.drill;

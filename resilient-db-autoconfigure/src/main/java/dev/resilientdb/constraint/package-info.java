/**
 * Which rule was broken, and what do we tell the user? A
 * {@link dev.resilientdb.constraint.ConstraintViolation} says which constraint, table and
 * columns. Asks about products through
 * {@link dev.resilientdb.constraint.ConstraintDialect}; depends on {@code failure}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.constraint;

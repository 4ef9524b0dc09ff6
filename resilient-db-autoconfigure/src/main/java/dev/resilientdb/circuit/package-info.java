/**
 * Is the database there at all? A circuit around the acquisition of connections refuses
 * callers at once while it is not, and
 * {@link dev.resilientdb.circuit.DatabaseAvailability} tells the application. Depends on
 * {@code failure}, {@code acquisition} and {@code pool}.
 */
@NullMarked
package dev.resilientdb.circuit;

import org.jspecify.annotations.NullMarked;

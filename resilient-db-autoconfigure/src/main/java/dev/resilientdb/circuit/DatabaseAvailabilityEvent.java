package dev.resilientdb.circuit;

/**
 * Published to the application when the availability of a database has changed, in the
 * order of the changes and in a thread of its own.
 *
 * @param report what is known now
 * @param before what could be expected before
 */
public record DatabaseAvailabilityEvent(AvailabilityReport report, Availability before) {
}

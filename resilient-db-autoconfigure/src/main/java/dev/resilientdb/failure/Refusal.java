package dev.resilientdb.failure;

/**
 * Marks an exception with which this library itself refuses a call. No database reported
 * it: it is neither a failure nor worth a retry, and what is suppressed under it was
 * judged before.
 */
public interface Refusal {

}

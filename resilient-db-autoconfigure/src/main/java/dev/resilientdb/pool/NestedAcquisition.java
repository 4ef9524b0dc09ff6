package dev.resilientdb.pool;

/**
 * A thread asked a pool for one more connection while it held one.
 *
 * @param outer method or transaction that held the first
 * @param inner method or transaction that asked for the next
 * @param count how often
 */
public record NestedAcquisition(String outer, String inner, long count) {
}

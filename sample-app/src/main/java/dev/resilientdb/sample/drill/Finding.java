package dev.resilientdb.sample.drill;

import java.time.Duration;

import dev.resilientdb.pool.PoolVerdict;

/**
 * What the library said of a pool.
 *
 * @param verdict the verdict
 * @param after how long after the outage began
 */
record Finding(PoolVerdict verdict, Duration after) {
}

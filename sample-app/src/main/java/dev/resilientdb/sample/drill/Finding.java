package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.List;

import dev.resilientdb.pool.PoolVerdict;

/**
 * What the library said of a pool.
 *
 * @param verdict the verdict
 * @param after how long after the outage began
 * @param evidence what it rests on
 */
record Finding(PoolVerdict verdict, Duration after, List<String> evidence) {
}

/**
 * A small service on resilient-db, with drills that provoke real failures.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample;

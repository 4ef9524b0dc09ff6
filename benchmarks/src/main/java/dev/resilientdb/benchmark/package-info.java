/**
 * What resilient-db costs, next to its peers, in one run on one machine.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.benchmark;

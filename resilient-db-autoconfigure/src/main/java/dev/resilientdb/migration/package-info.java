/**
 * May this schema change run here, and is the history sound? Stands around Flyway; asks
 * {@code failure} for data sources and {@code lint} about pending scripts.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.migration;

package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * All that one look at a pool found.
 *
 * @param figures null when there is no pool yet, or none to look into
 */
record Sight(@Nullable PoolFigures figures, Holding holding, ProbeAnswer probe) {
}

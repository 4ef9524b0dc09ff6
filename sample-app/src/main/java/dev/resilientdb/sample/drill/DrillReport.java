package dev.resilientdb.sample.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a drill found.
 *
 * @param database the product and version
 * @param plan the extent of the drill
 * @param withRetry the method that may run again
 * @param withoutRetry the same method without, null if not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillReport(String database, DrillPlan plan, VariantReport withRetry, @Nullable VariantReport withoutRetry) {
}

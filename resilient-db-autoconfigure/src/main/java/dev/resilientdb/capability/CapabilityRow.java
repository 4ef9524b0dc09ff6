package dev.resilientdb.capability;

import org.jspecify.annotations.Nullable;

/**
 * What a product's documentation says of one capability from a version on.
 *
 * @param capability what it is about
 * @param support how far the product supports it
 * @param since the first version of which this holds, null when it holds for all of them
 * up to the next row
 * @param source the page of the documentation
 * @param note the condition or what to know, empty when there is nothing to add
 */
public record CapabilityRow(Capability capability, Support support, @Nullable ServerVersion since, String source,
		String note) {

}

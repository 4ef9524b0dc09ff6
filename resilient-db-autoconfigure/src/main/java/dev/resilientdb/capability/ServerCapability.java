package dev.resilientdb.capability;

import org.jspecify.annotations.Nullable;

/**
 * One capability of a running server.
 *
 * @param capability what it is about
 * @param declared what the documentation of its product and version says
 * @param observed what the server itself showed, {@link Support#YES} or
 * {@link Support#NO}; null when it was not asked or did not tell
 * @param note the condition or what to know, empty when there is nothing to add
 */
public record ServerCapability(Capability capability, Support declared, @Nullable Support observed, String note) {

	/**
	 * What to rely on: what the server showed counts more than its documentation.
	 */
	public Support support() {
		return (this.observed != null) ? this.observed : this.declared;
	}

	/**
	 * Whether the server showed something else than its documentation says. Of a
	 * condition it only shows whether it is fulfilled.
	 */
	public boolean disagrees() {
		return switch (this.declared) {
			case YES -> this.observed == Support.NO;
			case NO -> this.observed == Support.YES;
			case PARTIAL, UNKNOWN -> false;
		};
	}

}

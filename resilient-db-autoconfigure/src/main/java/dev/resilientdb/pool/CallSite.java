package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * Where the application asked for a connection.
 *
 * @param top the place next to the library that was called
 * @param site the method to which the connection belongs: those above it handed it on
 * @param caller who called that method, null when nobody did
 * @param outlivesMethod whether a session or transaction asked for it and keeps it
 */
record CallSite(Spot top, Spot site, @Nullable Spot caller, boolean outlivesMethod) implements LeaseOrigin {

	@Override
	public String name() {
		return this.site.method();
	}

}

package dev.resilientdb.retry;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * An exception and its causes.
 */
final class CauseChain {

	// Far beyond real chains, which may be cyclic
	private static final int LONGEST = 100;

	private CauseChain() {
	}

	static Stream<Throwable> of(Throwable thrown) {
		return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(LONGEST);
	}

}

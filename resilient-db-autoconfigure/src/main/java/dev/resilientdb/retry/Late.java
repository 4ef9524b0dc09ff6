package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what a supplier answered first. Holds no lock while it asks, as creating
 * beans under a lock invites deadlocks; several threads may ask, and any answer serves.
 *
 * @param <T> what is supplied
 */
final class Late<T> implements Supplier<T> {

	private final Supplier<T> source;

	private volatile @Nullable T value;

	Late(Supplier<T> source) {
		this.source = source;
	}

	@Override
	public T get() {
		T known = this.value;
		if (known == null) {
			known = this.source.get();
			this.value = known;
		}
		return known;
	}

}

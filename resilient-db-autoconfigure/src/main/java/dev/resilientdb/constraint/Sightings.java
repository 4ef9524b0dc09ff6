package dev.resilientdb.constraint;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers which exceptions were met, without keeping them: one violation passes several
 * places on its way to the caller. Safe for use by several threads.
 */
final class Sightings {

	private static final int MAX_REMEMBERED = 1024;

	private final ReferenceQueue<Throwable> gone = new ReferenceQueue<>();

	private final Set<Sighting> sightings = new LinkedHashSet<>();

	/**
	 * Whether this very exception was not met before.
	 */
	synchronized boolean isFirst(Throwable throwable) {
		for (Reference<?> cleared = this.gone.poll(); cleared != null; cleared = this.gone.poll()) {
			this.sightings.remove(cleared);
		}
		if (!this.sightings.add(new Sighting(throwable, this.gone))) {
			return false;
		}
		if (this.sightings.size() > MAX_REMEMBERED) {
			Iterator<Sighting> oldest = this.sightings.iterator();
			oldest.next();
			oldest.remove();
		}
		return true;
	}

	synchronized int size() {
		return this.sightings.size();
	}

	private static final class Sighting extends WeakReference<Throwable> {

		private final int hash;

		Sighting(Throwable throwable, ReferenceQueue<Throwable> gone) {
			super(throwable, gone);
			this.hash = System.identityHashCode(throwable);
		}

		@Override
		public boolean equals(Object other) {
			Throwable throwable = get();
			return this == other || (throwable != null && other instanceof Sighting same && same.get() == throwable);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}

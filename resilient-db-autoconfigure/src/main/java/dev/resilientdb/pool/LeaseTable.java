package dev.resilientdb.pool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The last lease of each physical connection, so that what is kept is bounded by the
 * pool. A slot belongs to the thread that holds its connection; the table is copied when
 * a connection is new, which forgets those that are gone.
 */
final class LeaseTable {

	private static final int SMALLEST = 16;

	private volatile @Nullable Slot[] slots = new Slot[SMALLEST];

	void put(Connection physical, Lease lease) {
		Slot slot = find(this.slots, physical);
		((slot != null) ? slot : add(physical)).put(lease);
	}

	/**
	 * The leases that are not over; those that are, are forgotten.
	 */
	List<Lease> open() {
		List<Lease> open = new ArrayList<>();
		for (Slot slot : this.slots) {
			Lease lease = (slot != null) ? slot.open() : null;
			if (lease != null) {
				open.add(lease);
			}
		}
		return open;
	}

	private static @Nullable Slot find(@Nullable Slot[] slots, Connection physical) {
		int mask = slots.length - 1;
		int index = System.identityHashCode(physical) & mask;
		Slot slot = slots[index];
		while (slot != null && !slot.refersTo(physical)) {
			index = (index + 1) & mask;
			slot = slots[index];
		}
		return slot;
	}

	private synchronized Slot add(Connection physical) {
		List<Slot> live = new ArrayList<>();
		for (Slot slot : this.slots) {
			if (slot != null && !slot.refersTo(null)) {
				live.add(slot);
			}
		}
		Slot added = new Slot(physical);
		live.add(added);
		this.slots = table(live);
		return added;
	}

	// At most half full
	private static @Nullable Slot[] table(List<Slot> live) {
		int length = SMALLEST;
		while (length < 2 * live.size()) {
			length *= 2;
		}
		@Nullable Slot[] table = new Slot[length];
		for (Slot slot : live) {
			int index = slot.hash & (length - 1);
			while (table[index] != null) {
				index = (index + 1) & (length - 1);
			}
			table[index] = slot;
		}
		return table;
	}

	private static final class Slot extends WeakReference<Connection> {

		private static final VarHandle LEASE;

		static {
			try {
				LEASE = MethodHandles.lookup().findVarHandle(Slot.class, "lease", Lease.class);
			}
			catch (ReflectiveOperationException ex) {
				throw new ExceptionInInitializerError(ex);
			}
		}

		private final int hash;

		@SuppressWarnings("unused") // by the handle
		private volatile @Nullable Lease lease;

		Slot(Connection physical) {
			super(physical);
			this.hash = System.identityHashCode(physical);
		}

		void put(Lease taken) {
			LEASE.setRelease(this, taken);
		}

		/**
		 * The lease while it lasts. One that is over is taken out, unless another one has
		 * begun since.
		 */
		@Nullable Lease open() {
			Lease last = this.lease;
			if (last != null && last.isOver()) {
				LEASE.compareAndSet(this, last, null);
				last.stack().forget(last);
				return null;
			}
			return last;
		}

	}

}

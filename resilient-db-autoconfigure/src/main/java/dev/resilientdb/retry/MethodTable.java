package dev.resilientdb.retry;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, found by the identity of their {@link Method} objects: a
 * proxy passes the same object on each call, and comparing two of them costs more than
 * all else about a lookup. Holds a bounded number; looking up takes no lock. Safe for use
 * by several threads.
 */
final class MethodTable {

	private static final int SMALLEST = 64;

	// An application has fewer methods: somebody makes up new objects for each call
	private static final int MOST_ENTRIES = 8192;

	private volatile @Nullable Entry[] slots = new Entry[SMALLEST];

	private int size;

	@SuppressWarnings("ReferenceEquality") // that is the point
	@Nullable AdvisedMethod find(Method method, Class<?> targetClass) {
		@Nullable Entry[] current = this.slots;
		int mask = current.length - 1;
		int index = index(method, mask);
		for (Entry entry = current[index]; entry != null; entry = current[index]) {
			if (entry.method == method && entry.targetClass == targetClass) {
				return entry.advised;
			}
			index = (index + 1) & mask;
		}
		return null;
	}

	synchronized void add(Method method, Class<?> targetClass, AdvisedMethod advised) {
		if (this.size == MOST_ENTRIES || find(method, targetClass) != null) {
			return;
		}
		boolean crowded = this.size >= this.slots.length / 2;
		@Nullable Entry[] changed = new Entry[crowded ? this.slots.length * 2 : this.slots.length];
		for (Entry entry : this.slots) {
			if (entry != null) {
				put(changed, entry);
			}
		}
		put(changed, new Entry(method, targetClass, advised));
		this.slots = changed;
		this.size++;
	}

	private static void put(@Nullable Entry[] slots, Entry entry) {
		int mask = slots.length - 1;
		int index = index(entry.method, mask);
		while (slots[index] != null) {
			index = (index + 1) & mask;
		}
		slots[index] = entry;
	}

	private static int index(Method method, int mask) {
		int hash = System.identityHashCode(method);
		return (hash ^ (hash >>> 16)) & mask;
	}

	private record Entry(Method method, Class<?> targetClass, AdvisedMethod advised) {
	}

}

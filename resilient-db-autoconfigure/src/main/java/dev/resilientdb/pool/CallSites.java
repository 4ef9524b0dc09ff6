package dev.resilientdb.pool;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds where the application asks for a connection: always while it asks rarely, once a
 * millisecond under load, which finds nearly every slow place and costs little.
 */
final class CallSites {

	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(1);

	private static final int BURST = 100;

	private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

	// They keep a connection for as long as a session or a transaction lasts
	private static final List<String> KEEPERS = List.of("org.hibernate.", "org.eclipse.persistence.",
			"org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy",
			"org.springframework.jdbc.datasource.DataSourceUtils");

	private final ApplicationCode code;

	private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);

	CallSites(ApplicationCode code) {
		this.code = code;
	}

	/**
	 * The place in the current thread, null when too many were looked for or when no code
	 * of the application is on the stack.
	 * @param now by the nanosecond clock
	 */
	@Nullable CallSite sample(long now) {
		long due = this.due.get();
		long begin = (due == Long.MIN_VALUE || due - now < 0) ? now : due;
		boolean allowed = begin - now <= BURST * INTERVAL && this.due.compareAndSet(due, begin + INTERVAL);
		return allowed ? find() : null;
	}

	/**
	 * The place in the current thread, whatever it costs.
	 */
	@Nullable CallSite find() {
		return WALKER.walk((frames) -> read(frames));
	}

	private @Nullable CallSite read(Stream<StackFrame> frames) {
		Iterator<StackFrame> rest = frames.iterator();
		boolean kept = false;
		Spot top = null;
		Spot site = null;
		while (rest.hasNext()) {
			StackFrame frame = rest.next();
			if (!this.code.contains(frame.getDeclaringClass())) {
				kept |= site == null && isKeeper(frame.getClassName());
				continue;
			}
			Spot spot = spot(frame);
			top = (top != null) ? top : spot;
			if (site != null && !site.method().equals(spot.method())) {
				return new CallSite(top, site, spot, kept && isBound());
			}
			site = (site == null && !handsOn(frame)) ? spot : site;
		}
		return (top != null) ? new CallSite(top, (site != null) ? site : top, null, kept && isBound()) : null;
	}

	private static boolean isKeeper(String className) {
		for (String keeper : KEEPERS) {
			if (className.startsWith(keeper)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBound() {
		return TransactionSynchronizationManager.isSynchronizationActive()
				|| !TransactionSynchronizationManager.getResourceMap().isEmpty();
	}

	// What a method returns and what an object keeps is used after it
	private static boolean handsOn(StackFrame frame) {
		return AutoCloseable.class.isAssignableFrom(frame.getMethodType().returnType())
				|| frame.getMethodName().equals("<init>");
	}

	private static Spot spot(StackFrame frame) {
		return new Spot(ApplicationCode.method(frame.getClassName(), frame.getMethodName()), frame.getLineNumber());
	}

}

package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a thread executes at one moment.
 */
final class ThreadTrace {

	private final StackTraceElement[] frames;

	private final List<Spot> application = new ArrayList<>();

	ThreadTrace(StackTraceElement[] frames, ApplicationCode code) {
		this.frames = frames;
		for (StackTraceElement frame : frames) {
			if (code.contains(frame.getClassName())) {
				this.application.add(new Spot(ApplicationCode.method(frame.getClassName(), frame.getMethodName()),
						frame.getLineNumber()));
			}
		}
	}

	/**
	 * The method of the application that is executed, null when none is.
	 */
	@Nullable String method() {
		return this.application.isEmpty() ? null : this.application.get(0).method();
	}

	boolean isEmpty() {
		return this.frames.length == 0;
	}

	/**
	 * Whether nobody has given the thread anything to do.
	 */
	boolean isIdle() {
		return this.application.isEmpty() && !isInside("org.springframework.");
	}

	/**
	 * Whether a class whose name begins like that is on the stack.
	 */
	boolean isInside(String prefix) {
		for (StackTraceElement frame : this.frames) {
			if (frame.getClassName().startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a method of that simple name is on the stack.
	 */
	boolean executesMethod(String simpleName) {
		for (StackTraceElement frame : this.frames) {
			if (frame.getMethodName().equals(simpleName)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the call that took a connection there has not returned.
	 */
	boolean holds(CallSite site) {
		return contains(since(site), site.site());
	}

	/**
	 * Whether that call or its caller has not returned.
	 */
	boolean mayHold(CallSite site) {
		List<Spot> calls = since(site);
		Spot caller = site.caller();
		return contains(calls, site.site()) || (caller != null && contains(calls, caller));
	}

	// A thread that asks for a connection at the same place again is in another call
	private List<Spot> since(CallSite site) {
		if (!isAsking() || !site.top().method().equals(method())) {
			return this.application;
		}
		int called = find(site.site(), 0);
		Spot caller = site.caller();
		int callers = (caller != null && called >= 0) ? find(caller, called + 1) : called;
		if (called < 0 || !this.application.get(called).equals(site.site())) {
			return this.application;
		}
		boolean sameCaller = callers >= 0 && this.application.get(callers).equals(caller);
		return this.application.subList(1 + (sameCaller ? callers : called), this.application.size());
	}

	private boolean isAsking() {
		String interceptor = LeaseInterceptor.class.getName();
		for (StackTraceElement frame : this.frames) {
			if (frame.getClassName().equals(interceptor)) {
				return true;
			}
		}
		return false;
	}

	private int find(Spot spot, int from) {
		for (int i = from; i < this.application.size(); i++) {
			if (this.application.get(i).method().equals(spot.method())) {
				return i;
			}
		}
		return -1;
	}

	private static boolean contains(List<Spot> calls, Spot spot) {
		return calls.stream().anyMatch((call) -> call.method().equals(spot.method()));
	}

}

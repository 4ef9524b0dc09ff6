package dev.resilientdb.retry;

import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * Advice reaches a method only if calls of it go through the proxy.
 */
final class ReachableMethodRule implements MisuseRule {

	private static final String ANOTHER_WAY = " Or leave the method as it is and use DeadlockRetryTemplate.";

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		if (!method.isCallable()) {
			return method.misuse(
					method.is(Modifier.PRIVATE) ? "is private: no call of it passes the proxy"
							: "is static: it belongs to no bean, so that no call of it passes a proxy",
					"Make it a public method of the bean and call it from another bean." + ANOTHER_WAY);
		}
		if (chain == null || chain.isEmpty() || chain.delivers(method.method())) {
			return null;
		}
		return (method.is(Modifier.FINAL) && chain.hasSubclassProxy()) ? ofFinal(method) : outsideInterfaces(method);
	}

	private static Misuse ofFinal(RetriedMethod method) {
		return method.misuse("is final: the proxy, a subclass, cannot override it, so that calls of it pass by",
				"Remove final (in Kotlin, declare it open or use the kotlin-spring plugin)." + ANOTHER_WAY);
	}

	private static @Nullable Misuse outsideInterfaces(RetriedMethod method) {
		if (method.origin() != RetriedMethod.Origin.METHOD) {
			// Nobody can call it through the bean
			return null;
		}
		return method.misuse("is in none of the interfaces that the proxy of the bean implements",
				"Declare it in an interface, or let the proxy be a subclass with spring.aop.proxy-target-class=true."
						+ ANOTHER_WAY);
	}

}

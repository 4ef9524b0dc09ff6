package dev.resilientdb.retry;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.scheduling.annotation.Async;

/**
 * The retry advice must run in the thread that does the work.
 */
final class AsyncRule implements MisuseRule {

	private static final String FOUND = "runs in another thread than the retry advice around it: the advice sees"
			+ " neither its transaction nor its failure";

	private final BooleanSupplier woven;

	/**
	 * Creates the rule.
	 * @param woven whether {@link Async} is woven into the methods by AspectJ
	 */
	AsyncRule(BooleanSupplier woven) {
		this.woven = woven;
	}

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		if (chain == null) {
			return null;
		}
		int thread = chain.threadPosition(method.method());
		if (thread != AdviceChain.ABSENT && chain.retryPosition(method.method()) < thread) {
			return method.misuse(FOUND,
					"Leave the order of @EnableAsync at its default, so that @Async is the outermost advice, or call"
							+ " the method from an @Async method of another bean.");
		}
		return (isAsync(method) && this.woven.getAsBoolean())
				? method.misuse(FOUND, "Use @EnableAsync(mode = AdviceMode.PROXY), or call the method from an @Async"
						+ " method of another bean.")
				: null;
	}

	static boolean isAsync(RetriedMethod method) {
		return MergedAnnotations.from(method.method(), SearchStrategy.TYPE_HIERARCHY).isPresent(Async.class)
				|| MergedAnnotations.from(method.type(), SearchStrategy.TYPE_HIERARCHY).isPresent(Async.class);
	}

}

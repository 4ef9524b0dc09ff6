package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be wrong with a method that asks for retries.
 */
@FunctionalInterface
interface MisuseRule {

	/**
	 * Looks at a method.
	 * @param chain the advice around the bean, or null while the bean does not exist yet
	 * @return what is wrong, or null when nothing is, or nothing that can be told yet
	 */
	@Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain);

}

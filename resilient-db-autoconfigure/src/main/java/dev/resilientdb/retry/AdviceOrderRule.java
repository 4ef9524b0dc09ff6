package dev.resilientdb.retry;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The retry advice must be there, and must stand around whatever begins the transaction.
 */
final class AdviceOrderRule implements MisuseRule {

	private final ProxyCreation creation;

	AdviceOrderRule(ProxyCreation creation) {
		this.creation = creation;
	}

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		if (chain == null || !method.isCallable()) {
			return null;
		}
		int transaction = chain.transactionPosition(method.method());
		int retry = chain.retryPosition(method.method());
		if (transaction < retry && !isOfRepository(method.type())) {
			return method.misuse(
					"is called inside a transaction that another proxy or advisor begins around the retry advice: no"
							+ " attempt would have a transaction of its own",
					"Let @Transactional on the method begin its transaction, and remove the hand-made proxy, such as a"
							+ " ProxyFactoryBean, a BeanNameAutoProxyCreator or an advisor with a"
							+ " TransactionInterceptor. Or use DeadlockRetryTemplate in its place.");
		}
		if (retry != AdviceChain.ABSENT || !method.beginsTransaction() || !this.creation.hasTransactions()) {
			return null;
		}
		return missing(method, chain);
	}

	// Spring Data begins transactions on its own; that the annotation lacks one is warned
	// of
	private static boolean isOfRepository(Class<?> type) {
		return type.getName().equals("org.springframework.data.repository.Repository")
				|| (type.getSuperclass() != null && isOfRepository(type.getSuperclass()))
				|| Stream.of(type.getInterfaces()).anyMatch(AdviceOrderRule::isOfRepository);
	}

	private Misuse missing(RetriedMethod method, AdviceChain chain) {
		if (!this.creation.isActive()) {
			return method.misuse("gets no retry advice: nothing in the application makes proxies for its advisors",
					this.creation.isWoven()
							? "Use @EnableTransactionManagement(mode = AdviceMode.PROXY), leave spring.aop.auto at true,"
									+ " or use DeadlockRetryTemplate."
							: "Use @EnableTransactionManagement, or DeadlockRetryTemplate.");
		}
		return method.misuse(
				chain.isEmpty()
						? "gets no retry advice: its bean is not proxied, mostly because it was created too early"
						: "gets no retry advice: its bean stands behind a proxy that hides it",
				"Let no BeanPostProcessor or BeanFactoryPostProcessor depend on the bean directly (take an"
						+ " ObjectProvider), and leave proxies to Spring. Or use DeadlockRetryTemplate.");
	}

}

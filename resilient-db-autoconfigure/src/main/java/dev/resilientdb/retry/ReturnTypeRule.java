package dev.resilientdb.retry;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;

/**
 * A method whose work is not done when it returns cannot be repeated: its failure comes
 * later, to somebody else. With {@link Async} the advice surrounds the body in its own
 * thread, so that the future of such a method is no obstacle.
 */
final class ReturnTypeRule implements MisuseRule {

	private static final Set<String> LATER = Set.of(Future.class.getName(), CompletionStage.class.getName());

	private static final Set<String> STREAMED = Set.of(Flow.Publisher.class.getName(), "org.reactivestreams.Publisher",
			"io.reactivex.rxjava3.core.CompletableSource", "io.reactivex.rxjava3.core.MaybeSource",
			"io.reactivex.rxjava3.core.ObservableSource", "io.reactivex.rxjava3.core.SingleSource",
			"kotlinx.coroutines.Job", "kotlinx.coroutines.flow.Flow");

	private static final String CONTINUATION = "kotlin.coroutines.Continuation";

	private static final String WAY_OUT = "Let it do its work before it returns, and let the caller decide about"
			+ " threads, or use DeadlockRetryTemplate where the work is done. If its class carries the annotation,"
			+ " exempt it with @DeadlockRetry(maxAttempts = 1).";

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		Class<?>[] parameters = method.method().getParameterTypes();
		if (parameters.length > 0 && parameters[parameters.length - 1].getName().equals(CONTINUATION)) {
			return method.misuse("is a suspend function: it may return before its work is done, and a failure after"
					+ " that is not seen", WAY_OUT);
		}
		Class<?> type = method.method().getReturnType();
		if (isOneOf(STREAMED, type) || (isOneOf(LATER, type) && !changesThread(method, chain))) {
			return method.misuse("returns " + ClassUtils.getShortName(type)
					+ ": its work may be done after it returned, and a failure then is not seen", WAY_OUT);
		}
		return null;
	}

	private static boolean changesThread(RetriedMethod method, @Nullable AdviceChain chain) {
		return (chain != null) ? chain.threadPosition(method.method()) != AdviceChain.ABSENT
				: AsyncRule.isAsync(method);
	}

	private static boolean isOneOf(Set<String> names, Class<?> type) {
		return names.contains(type.getName()) || (type.getSuperclass() != null && isOneOf(names, type.getSuperclass()))
				|| ClassUtils.getAllInterfacesForClassAsSet(type)
					.stream()
					.anyMatch((implemented) -> names.contains(implemented.getName()));
	}

}

package dev.resilientdb.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.RetryTemplate;

/**
 * What {@code @Retryable} does around the same methods: repeats what ended with one of
 * some exceptions.
 */
final class NaiveRetry implements Teller.Manner {

	private static final int ATTEMPTS = 5;

	private final RetryTemplate retry = new RetryTemplate();

	NaiveRetry(List<? extends Class<? extends Throwable>> retryFor) {
		Map<Class<? extends Throwable>, Boolean> types = retryFor.stream()
			.collect(Collectors.toMap((type) -> type, (type) -> true));
		this.retry.setRetryPolicy(new SimpleRetryPolicy(ATTEMPTS, types, true));
	}

	@Override
	public void call(ThrowingCallable call) throws Throwable {
		this.retry.execute((context) -> {
			call.call();
			return null;
		});
	}

}

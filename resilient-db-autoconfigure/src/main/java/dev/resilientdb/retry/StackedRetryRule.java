package dev.resilientdb.retry;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Two retry layers around one method multiply their attempts, and the other one knows
 * nothing of commits.
 */
final class StackedRetryRule implements MisuseRule {

	private static final Map<String, String> OTHERS = Map.of("org.springframework.retry.annotation.Retryable",
			"Spring Retry's @Retryable", "org.springframework.resilience.annotation.Retryable",
			"Spring Framework's @Retryable", "io.github.resilience4j.retry.annotation.Retry", "Resilience4j's @Retry",
			"io.hypersistence.utils.spring.annotation.Retry", "Hypersistence's @Retry",
			"org.eclipse.microprofile.faulttolerance.Retry", "MicroProfile's @Retry");

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		String other = other(MergedAnnotations.from(method.method(), SearchStrategy.TYPE_HIERARCHY));
		if (other == null) {
			other = other(MergedAnnotations.from(method.type(), SearchStrategy.TYPE_HIERARCHY));
		}
		return (other == null) ? null
				: method.misuse("is also retried by " + other + ": the attempts of both multiply, and the other repeats"
						+ " what may have committed", "Keep one of the two.");
	}

	private static @Nullable String other(MergedAnnotations annotations) {
		for (Map.Entry<String, String> known : OTHERS.entrySet()) {
			if (annotations.isPresent(known.getKey())) {
				return known.getValue();
			}
		}
		return null;
	}

}

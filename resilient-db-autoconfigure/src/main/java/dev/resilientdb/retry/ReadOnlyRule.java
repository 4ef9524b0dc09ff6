package dev.resilientdb.retry;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.interceptor.TransactionAttribute;

import dev.resilientdb.failure.FailureKind;

/**
 * In a transaction that the application itself declared read-only, being refused a write
 * is a mistake of the method, which no repetition heals.
 */
final class ReadOnlyRule implements MisuseRule {

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		DeadlockRetry annotation = method.annotation();
		TransactionAttribute attribute = method.attribute();
		// Annotations on a class are meant for those of its methods that write
		if (method.origin() != RetriedMethod.Origin.METHOD || annotation == null || attribute == null) {
			return null;
		}
		if (!attribute.isReadOnly() || !asksFor(annotation)) {
			return null;
		}
		return method.misuse(
				"asks for retries on READ_ONLY, but its own transaction is readOnly = true: a write in it"
						+ " is refused each time",
				"Remove READ_ONLY from alsoOn, or readOnly = true from @Transactional if the method writes.");
	}

	private static boolean asksFor(DeadlockRetry annotation) {
		return List.of(annotation.alsoOn()).contains(FailureKind.READ_ONLY)
				&& !List.of(annotation.notOn()).contains(FailureKind.READ_ONLY);
	}

}

package dev.resilientdb.retry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an annotation that cannot be obeyed.
 */
final class InvalidDeadlockRetryFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDeadlockRetryException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidDeadlockRetryException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "Correct the annotation on " + cause.method()
				+ ", or leave the attribute out to use the property" + " of the same name under resilient-db.retry.",
				cause);
	}

}

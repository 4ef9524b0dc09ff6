package dev.resilientdb.retry;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains which methods cannot be retried, and the way out.
 */
final class RetryMisuseFailureAnalyzer extends AbstractFailureAnalyzer<RetryMisuseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RetryMisuseException cause) {
		String found = cause.misuses()
			.stream()
			.map((misuse) -> "    - " + misuse)
			.collect(Collectors.joining("\n", "@DeadlockRetry cannot be obeyed:\n\n", ""));
		String wayOut = cause.misuses()
			.stream()
			.map((misuse) -> misuse.method() + ": " + misuse.wayOut())
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis(found, wayOut, cause);
	}

}

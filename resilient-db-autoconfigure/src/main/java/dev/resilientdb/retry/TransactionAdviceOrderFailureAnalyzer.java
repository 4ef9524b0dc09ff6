package dev.resilientdb.retry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why the transaction advice must leave the retry advice a place.
 */
final class TransactionAdviceOrderFailureAnalyzer extends AbstractFailureAnalyzer<TransactionAdviceOrderException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TransactionAdviceOrderException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Use a lower precedence, such as @EnableTransactionManagement(order = Ordered.HIGHEST_PRECEDENCE + 1),"
						+ " or switch retries off with resilient-db.retry.enabled=false.",
				cause);
	}

}

package dev.resilientdb.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains whom a migration waited for in vain, and the way out.
 */
final class MigrationLockFailureAnalyzer extends AbstractFailureAnalyzer<MigrationLockException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationLockException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.wayOut(), cause);
	}

}

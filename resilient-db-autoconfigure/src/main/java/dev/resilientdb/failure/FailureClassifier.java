package dev.resilientdb.failure;

import org.jspecify.annotations.Nullable;

/**
 * Tells what the database reported, through everything that wraps or masks it. An
 * application may replace the bean.
 */
@FunctionalInterface
public interface FailureClassifier {

	/**
	 * Finds the database failure behind an exception. Never throws, never blocks, and
	 * ends for cyclic exceptions too.
	 * @return the failure, or null when no database had a part in the exception
	 */
	@Nullable DatabaseFailure classify(Throwable throwable);

}

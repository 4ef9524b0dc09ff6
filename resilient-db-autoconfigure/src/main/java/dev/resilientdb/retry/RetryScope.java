package dev.resilientdb.retry;

/**
 * Which transactional methods run again after a conflict.
 */
enum RetryScope {

	/**
	 * Those that carry {@link DeadlockRetry}.
	 */
	ANNOTATED,

	/**
	 * Every outermost {@code @Transactional} method.
	 */
	TRANSACTIONAL

}

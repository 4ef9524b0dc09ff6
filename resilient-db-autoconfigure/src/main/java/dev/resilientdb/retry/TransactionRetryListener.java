package dev.resilientdb.retry;

/**
 * Told of the steps of calls whose first attempt failed; calls that succeed at once pass
 * unnoticed. Beans of this type are found by themselves, and each event is published in
 * the application context too. Called in the thread of the call while no attempt of it
 * runs: must be quick. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface TransactionRetryListener {

	/**
	 * Called at each step.
	 */
	void onRetryEvent(TransactionRetryEvent event);

}

package dev.resilientdb.circuit;

/**
 * Told when the availability of a database has changed, in a background thread that all
 * listeners share.
 */
@FunctionalInterface
public interface AvailabilityListener {

	/**
	 * Called after each change, in their order.
	 */
	void availabilityChanged(DatabaseAvailabilityEvent event);

}

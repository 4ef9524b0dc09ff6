package dev.resilientdb.circuit;

/**
 * Told of changes in circuits, in the thread that made them and without a lock.
 */
@FunctionalInterface
interface CircuitListener {

	void changed(String dataSource);

}

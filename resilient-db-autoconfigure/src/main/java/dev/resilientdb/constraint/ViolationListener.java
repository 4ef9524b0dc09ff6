package dev.resilientdb.constraint;

import dev.resilientdb.failure.FailureEvent;

/**
 * Told of every violation that reached a transaction boundary.
 */
@FunctionalInterface
interface ViolationListener {

	void onViolation(FailureEvent event, ConstraintViolation violation);

}

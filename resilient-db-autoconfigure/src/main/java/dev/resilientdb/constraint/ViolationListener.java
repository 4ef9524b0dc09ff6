package dev.resilientdb.constraint;

/**
 * Told once of every violation that was met.
 */
@FunctionalInterface
interface ViolationListener {

	void onViolation(ObservedViolation observed);

}

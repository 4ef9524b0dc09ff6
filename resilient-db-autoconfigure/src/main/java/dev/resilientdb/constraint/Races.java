package dev.resilientdb.constraint;

import dev.resilientdb.constraint.ObservedViolation.Course;

/**
 * Knows what the thread's transaction did before a violation.
 */
@FunctionalInterface
interface Races {

	/**
	 * How the violation came about that the thread has just met.
	 */
	Course course(ConstraintViolation violation);

}

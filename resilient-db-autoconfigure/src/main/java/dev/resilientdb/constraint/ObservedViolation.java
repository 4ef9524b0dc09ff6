package dev.resilientdb.constraint;

import dev.resilientdb.failure.FailureEvent;

/**
 * A violation that was met for the first time.
 *
 * @param event where it was met, and when
 * @param violation the broken rule
 * @param course how it came about
 */
record ObservedViolation(FailureEvent event, ConstraintViolation violation, Course course) {

	/**
	 * How a violation came about.
	 */
	enum Course {

		/**
		 * Nobody knows.
		 */
		UNKNOWN,

		/**
		 * The transaction had looked for the key before, and somebody else was faster.
		 */
		RACE

	}

}

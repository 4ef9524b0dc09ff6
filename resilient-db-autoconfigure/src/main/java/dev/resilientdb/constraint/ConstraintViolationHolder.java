package dev.resilientdb.constraint;

/**
 * An exception that knows which rule was broken. Thrown with
 * {@code resilient-db.constraint.unify-exceptions}.
 */
public interface ConstraintViolationHolder {

	/**
	 * The broken rule.
	 */
	ConstraintViolation violation();

}

package dev.resilientdb.constraint;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * A rule other than a unique key was broken. The cause is the driver's exception.
 */
public class ViolatedConstraintException extends DataIntegrityViolationException implements ConstraintViolationHolder {

	private final ConstraintViolation violation;

	ViolatedConstraintException(ConstraintViolation violation, Throwable cause) {
		super(message(violation), cause);
		this.violation = violation;
	}

	static String message(ConstraintViolation violation) {
		String name = (violation.constraint() != null) ? " " + violation.constraint() : "";
		return violation.kind() + name + ": " + violation.message();
	}

	@Override
	public ConstraintViolation violation() {
		return this.violation;
	}

}

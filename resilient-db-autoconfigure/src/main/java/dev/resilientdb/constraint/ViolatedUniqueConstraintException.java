package dev.resilientdb.constraint;

import org.springframework.dao.DuplicateKeyException;

/**
 * A key exists already. The cause is the driver's exception.
 */
public class ViolatedUniqueConstraintException extends DuplicateKeyException implements ConstraintViolationHolder {

	private final ConstraintViolation violation;

	ViolatedUniqueConstraintException(ConstraintViolation violation, Throwable cause) {
		super(ViolatedConstraintException.message(violation), cause);
		this.violation = violation;
	}

	@Override
	public ConstraintViolation violation() {
		return this.violation;
	}

}

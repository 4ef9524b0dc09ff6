package dev.resilientdb.constraint;

import java.util.List;

import org.hibernate.PropertyValueException;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;

/**
 * A value that Hibernate missed before it asked the database.
 *
 * @param cause Hibernate's exception
 * @param entity the name of the entity
 * @param attribute the path of the attribute
 */
record MissingValue(Throwable cause, String entity, String attribute) {

	// Hibernate may be absent
	private static final String REFUSAL = "org.hibernate.PropertyValueException";

	static @Nullable MissingValue in(List<Throwable> causes) {
		for (Throwable cause : causes) {
			if (REFUSAL.equals(cause.getClass().getName())) {
				return Refusal.read(cause);
			}
		}
		return null;
	}

	/**
	 * What the database would have reported.
	 */
	DatabaseFailure failure() {
		return new DatabaseFailure(FailureKind.NOT_NULL_VIOLATION, DatabaseFailure.UNKNOWN_PRODUCT, null, 0,
				this.cause);
	}

	private static final class Refusal {

		private Refusal() {
		}

		static @Nullable MissingValue read(Throwable cause) {
			return (cause instanceof PropertyValueException ex && ex.getEntityName() != null
					&& ex.getPropertyName() != null) ? new MissingValue(ex, ex.getEntityName(), ex.getPropertyName())
							: null;
		}

	}

}

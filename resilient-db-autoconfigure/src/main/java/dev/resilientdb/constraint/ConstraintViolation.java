package dev.resilientdb.constraint;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the database that a statement or commit broke. Holds names and texts, never
 * row values. What cannot be told for certain is null or empty.
 *
 * @param kind what sort of rule
 * @param constraint name of the constraint or unique index, as the database spells it,
 * without schema
 * @param table the table that the constraint belongs to, without schema
 * @param columns the columns of the constraint in that table, empty when not known
 * @param attributes entity attributes of the columns in the same order, with a dot inside
 * embedded ones; empty unless JPA knows all of them
 * @param reference which side of a foreign key, null for other kinds or when not known
 * @param batchIndex position of the failed row in its batch, from 0; null when there was
 * no batch or the driver does not tell
 * @param message a sentence for the user
 * @param suggestion what the user can do about it, null when there is nothing to suggest
 * @param messageKey the key of the message, or the one to add for a message of its own
 */
public record ConstraintViolation(Kind kind, @Nullable String constraint, @Nullable String table, List<String> columns,
		List<String> attributes, @Nullable Reference reference, @Nullable Integer batchIndex, String message,
		@Nullable String suggestion, String messageKey) implements Serializable {

	public ConstraintViolation {
		columns = List.copyOf(columns);
		attributes = List.copyOf(attributes);
	}

	ConstraintViolation with(String message, @Nullable String suggestion) {
		return new ConstraintViolation(this.kind, this.constraint, this.table, this.columns, this.attributes,
				this.reference, this.batchIndex, message, suggestion, this.messageKey);
	}

	ConstraintViolation withMessageKey(String key) {
		return new ConstraintViolation(this.kind, this.constraint, this.table, this.columns, this.attributes,
				this.reference, this.batchIndex, this.message, this.suggestion, key);
	}

	/**
	 * Sorts of rules.
	 */
	public enum Kind {

		/**
		 * A key exists already.
		 */
		UNIQUE,

		/**
		 * A referenced row is missing, or a row is still referenced.
		 */
		FOREIGN_KEY,

		/**
		 * A value is missing.
		 */
		NOT_NULL,

		/**
		 * A condition does not hold: of a column, row or domain, or raised by a trigger.
		 */
		CHECK,

		/**
		 * The row conflicts with another one, such as by an overlap in time.
		 */
		EXCLUSION,

		/**
		 * A value is too long.
		 */
		LENGTH,

		/**
		 * A value is too large or too small.
		 */
		RANGE,

		/**
		 * A value cannot be read as what the column holds.
		 */
		FORMAT

	}

	/**
	 * The two ways to break a foreign key.
	 */
	public enum Reference {

		/**
		 * The row to refer to does not exist.
		 */
		PARENT_MISSING,

		/**
		 * Other rows still refer to the row.
		 */
		CHILD_EXISTS

	}

}

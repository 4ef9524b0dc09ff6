package dev.resilientdb.constraint;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;

/**
 * A constraint or unique index as the database's catalogue lists it.
 *
 * @param type what sort of constraint
 * @param name its name
 * @param index name of the index behind it, null when it has none of another name
 * @param schema the schema of its table, null when the product has no schemas
 * @param table the table that it belongs to
 * @param columns its columns in that table, empty when it is about expressions
 */
public record CatalogConstraint(Type type, String name, @Nullable String index, @Nullable String schema, String table,
		List<String> columns) {

	public CatalogConstraint {
		columns = List.copyOf(columns);
	}

	/**
	 * Sorts of constraints.
	 */
	public enum Type {

		/**
		 * The primary key.
		 */
		PRIMARY_KEY(Kind.UNIQUE),

		/**
		 * A unique constraint or index.
		 */
		UNIQUE(Kind.UNIQUE),

		/**
		 * A reference to another table.
		 */
		FOREIGN_KEY(Kind.FOREIGN_KEY),

		/**
		 * A condition.
		 */
		CHECK(Kind.CHECK),

		/**
		 * No two rows that conflict.
		 */
		EXCLUSION(Kind.EXCLUSION);

		private final Kind kind;

		Type(Kind kind) {
			this.kind = kind;
		}

		/**
		 * The kind of its violations.
		 */
		Kind kind() {
			return this.kind;
		}

	}

}

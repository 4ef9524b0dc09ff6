package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.failure.DatabaseProducts;

/**
 * Finds the constraints for which the application has no message of its own.
 */
public final class ConstraintAudit {

	private final DatabaseProducts products;

	private final Map<String, ConstraintDialect> dialects;

	private final Catalogs catalogs;

	private final ViolationMessages messages;

	ConstraintAudit(DatabaseProducts products, List<ConstraintDialect> dialects, Catalogs catalogs,
			ViolationMessages messages) {
		this.products = products;
		this.dialects = dialects.stream()
			.collect(Collectors.toMap(ConstraintDialect::product, Function.identity(), (first, second) -> first));
		this.catalogs = catalogs;
		this.messages = messages;
	}

	/**
	 * Unique constraints and indexes, checks, exclusions and foreign keys without a
	 * message. Answers at once; what is not known yet is read in the background.
	 * @return the constraints, or null when the data source's catalogue was not read yet
	 */
	public @Nullable List<Unworded> withoutMessage(String dataSource) {
		String product = this.products.product(dataSource);
		ConstraintDialect dialect = (product != null) ? this.dialects.get(product) : null;
		Catalog catalog = (dialect != null) ? this.catalogs.find(dataSource, dialect) : null;
		if (catalog == null) {
			return null;
		}
		List<Unworded> result = new ArrayList<>();
		for (CatalogConstraint constraint : catalog.constraints()) {
			if (constraint.type() != CatalogConstraint.Type.PRIMARY_KEY
					&& !this.messages.hasOwn(violation(constraint))) {
				result.add(unworded(constraint));
			}
		}
		return result;
	}

	private static Unworded unworded(CatalogConstraint constraint) {
		return new Unworded(constraint.name(), constraint.type().kind(), constraint.table(), constraint.columns(),
				keys(constraint).suggested());
	}

	private static ConstraintViolation violation(CatalogConstraint constraint) {
		return new ConstraintViolation(constraint.type().kind(), constraint.name(), constraint.table(),
				constraint.columns(), List.of(), null, null, "", null, keys(constraint).suggested());
	}

	private static MessageKeys keys(CatalogConstraint constraint) {
		return MessageKeys.of(constraint.type().kind(), constraint.name(), constraint.table(), constraint.columns());
	}

	/**
	 * A constraint without a message.
	 *
	 * @param constraint its name
	 * @param kind what sort of rule
	 * @param table its table
	 * @param columns its columns, empty when not known
	 * @param messageKey the key to add
	 */
	public record Unworded(String constraint, Kind kind, String table, List<String> columns, String messageKey) {
	}

}

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

	private static final int MAX_ADVICE = 5;

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
		ConstraintDialect dialect = dialect(dataSource);
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

	/**
	 * What to do about unique constraints whose violations suddenly became many, most
	 * often first.
	 */
	public List<String> advice(ConstraintLog.Summary summary) {
		return summary.constraints()
			.stream()
			.filter((entry) -> entry.kind() == Kind.UNIQUE && entry.trend() == ConstraintLog.Trend.SPIKE)
			.limit(MAX_ADVICE)
			.map(this::advice)
			.toList();
	}

	private String advice(ConstraintLog.Entry entry) {
		String name = (entry.constraint() != null) ? entry.constraint() : "A unique key of " + entry.table();
		ConstraintDialect dialect = dialect(entry.dataSource());
		String statement = (dialect != null) ? dialect.upsert() : "an upsert";
		return name + " was violated " + entry.perMinute() + " times in the last minute: requests that look for a row"
				+ " before they insert it race with each other. Insert first and handle the duplicate, use " + statement
				+ ", or lock a row that stands for the key before looking.";
	}

	private @Nullable ConstraintDialect dialect(String dataSource) {
		String product = this.products.product(dataSource);
		return (product != null) ? this.dialects.get(product) : null;
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

package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;

/**
 * Finds the constraints for which the application has no message of its own.
 */
public final class ConstraintAudit {

	private static final int MAX_ADVICE = 5;

	private final RaceAdvice races;

	private final Catalogs catalogs;

	private final ViolationMessages messages;

	ConstraintAudit(RaceAdvice races, Catalogs catalogs, ViolationMessages messages) {
		this.races = races;
		this.catalogs = catalogs;
		this.messages = messages;
	}

	/**
	 * Unique constraints and indexes, checks, exclusions and foreign keys of the current
	 * schema without a message. Answers at once; what is not known yet is read in the
	 * background.
	 * @return the constraints, or null when the data source's catalogue was not read yet
	 */
	public @Nullable List<Unworded> withoutMessage(String dataSource) {
		ConstraintDialect dialect = this.races.dialect(dataSource);
		Catalog catalog = (dialect != null) ? this.catalogs.find(dataSource, dialect) : null;
		if (catalog == null) {
			return null;
		}
		List<Unworded> result = new ArrayList<>();
		for (CatalogConstraint constraint : catalog.current()) {
			if (constraint.type() != CatalogConstraint.Type.PRIMARY_KEY && !hasMessage(constraint)) {
				result.add(unworded(constraint));
			}
		}
		return result;
	}

	/**
	 * What to do about unique constraints for whose keys transactions look in vain, and
	 * those whose violations suddenly became many; most often violated first.
	 */
	public List<String> advice(ConstraintLog.Summary summary) {
		return summary.constraints()
			.stream()
			.filter((entry) -> entry.races() > 0
					|| (entry.kind() == Kind.UNIQUE && entry.trend() == ConstraintLog.Trend.SPIKE))
			.limit(MAX_ADVICE)
			.map(this::advice)
			.toList();
	}

	private String advice(ConstraintLog.Entry entry) {
		String key = RaceAdvice.key(entry.constraint(), entry.table());
		String evidence = (entry.races() > 0)
				? " was violated %d times, %d of them after the same transaction had looked for the row: requests race."
					.formatted(entry.count(), entry.races())
				: (" was violated %d times in the last minute: requests that look for a row before they insert it race"
						+ " with each other.")
					.formatted(entry.perMinute());
		return key + evidence + " " + this.races.remedy(entry.dataSource());
	}

	private static Unworded unworded(CatalogConstraint constraint) {
		return new Unworded(constraint.name(), constraint.type().kind(), constraint.table(), constraint.columns(),
				keys(constraint).suggested());
	}

	private boolean hasMessage(CatalogConstraint constraint) {
		boolean ofSides = constraint.type() == CatalogConstraint.Type.FOREIGN_KEY
				&& Stream.of(Reference.values()).allMatch((side) -> this.messages.hasOwn(violation(constraint, side)));
		return ofSides || this.messages.hasOwn(violation(constraint, null));
	}

	private static ConstraintViolation violation(CatalogConstraint constraint, @Nullable Reference side) {
		return new ConstraintViolation(constraint.type().kind(), constraint.name(), constraint.table(),
				constraint.columns(), List.of(), side, null, "", null, keys(constraint).suggested());
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

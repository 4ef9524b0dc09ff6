package dev.resilientdb.constraint;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.constraint.Catalogs.Patience;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;

/**
 * Lets the classifier find the exception that tells, and the product's dialect read it.
 */
final class DialectViolationResolver {

	private static final Logger logger = LoggerFactory.getLogger(DialectViolationResolver.class);

	// Far beyond real chains
	private static final int DEPTH = 64;

	private static final Map<FailureKind, Kind> KINDS = Map.of(FailureKind.UNIQUE_VIOLATION, Kind.UNIQUE,
			FailureKind.FOREIGN_KEY_VIOLATION, Kind.FOREIGN_KEY, FailureKind.NOT_NULL_VIOLATION, Kind.NOT_NULL,
			FailureKind.CHECK_VIOLATION, Kind.CHECK, FailureKind.EXCLUSION_VIOLATION, Kind.EXCLUSION,
			FailureKind.VALUE_TOO_LONG, Kind.LENGTH, FailureKind.VALUE_OUT_OF_RANGE, Kind.RANGE);

	private final FailureClassifier classifier;

	private final Map<String, ConstraintDialect> dialects;

	private final Catalogs catalogs;

	private final EntityAttributes attributes;

	private final ViolationMessages messages;

	DialectViolationResolver(FailureClassifier classifier, List<ConstraintDialect> dialects, Catalogs catalogs,
			EntityAttributes attributes, ViolationMessages messages) {
		this.classifier = classifier;
		this.dialects = dialects.stream()
			.collect(Collectors.toMap(ConstraintDialect::product, Function.identity(), (first, second) -> first));
		this.catalogs = catalogs;
		this.attributes = attributes;
		this.messages = messages;
	}

	// Exceptions are foreign classes: what their methods throw must not replace them
	@Nullable ConstraintViolation resolve(Throwable throwable, Patience patience) {
		try {
			return find(throwable, patience);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("Constraint behind {} cannot be resolved: {}", throwable.getClass().getName(),
					ex.getClass().getName());
			logger.debug("Constraint cannot be resolved", ex);
			return null;
		}
	}

	private @Nullable ConstraintViolation find(Throwable throwable, Patience patience) {
		List<Throwable> causes = Causes.of(throwable);
		ConstraintViolation carried = carried(causes);
		if (carried != null) {
			// It may have been described by a thread that does not know the request
			return this.messages.describe(carried);
		}
		DatabaseFailure failure = this.classifier.classify(throwable);
		if (failure == null) {
			return missing(causes);
		}
		if (causes.stream().noneMatch((cause) -> cause == failure.cause())) {
			return null;
		}
		return violation(causes, failure, patience);
	}

	private static @Nullable ConstraintViolation carried(List<Throwable> causes) {
		for (Throwable cause : causes) {
			if (cause instanceof ConstraintViolationHolder holder) {
				return holder.violation();
			}
		}
		return null;
	}

	private @Nullable ConstraintViolation violation(List<Throwable> causes, DatabaseFailure failure,
			Patience patience) {
		ConstraintDialect dialect = this.dialects.get(failure.product());
		ReportedViolation reported = (dialect != null && failure.cause() instanceof SQLException ex)
				? dialect.report(withoutBatch(ex)) : null;
		Kind kind = kind(failure.kind(), reported);
		if (kind == null) {
			return null;
		}
		ReportedViolation known = (dialect != null && reported != null)
				? this.catalogs.complete(dialect, reported, patience) : ReportedViolation.of(kind);
		return this.messages.describe(describe(kind, known, failedRow(causes, dialect)));
	}

	private @Nullable ConstraintViolation missing(List<Throwable> causes) {
		MissingValue value = MissingValue.in(causes);
		ReportedViolation known = (value != null) ? this.attributes.missing(value.entity(), value.attribute()) : null;
		return (value != null && known != null)
				? this.messages.describe(describe(Kind.NOT_NULL, known, List.of(value.attribute()), null)) : null;
	}

	private ConstraintViolation describe(Kind kind, ReportedViolation known, @Nullable Integer row) {
		return describe(kind, known, this.attributes.of(known.table(), known.columns()), row);
	}

	private static ConstraintViolation describe(Kind kind, ReportedViolation known, List<String> names,
			@Nullable Integer row) {
		MessageKeys keys = MessageKeys.of(kind, known.constraint(), known.table(), known.columns());
		return new ConstraintViolation(kind, known.constraint(), known.table(), known.columns(), names,
				known.reference(), row, "", null, keys.suggested());
	}

	/**
	 * What the driver reports is finer than a code; a code of the application's own, such
	 * as a trigger raises, counts as a check. A kind that is no rule comes from an
	 * override, which wins.
	 */
	private static @Nullable Kind kind(FailureKind failure, @Nullable ReportedViolation reported) {
		Kind kind = KINDS.get(failure);
		if (reported == null) {
			return kind;
		}
		if (kind == null && failure != FailureKind.UNKNOWN && failure != FailureKind.INVALID_VALUE) {
			return null;
		}
		if (reported.kind() != null) {
			return reported.kind();
		}
		return (kind != null) ? kind : Kind.CHECK;
	}

	/**
	 * The exception of the failed row: that of the batch may embed the statement.
	 */
	private static SQLException withoutBatch(SQLException ex) {
		SQLException row = ex;
		for (int i = 0; i < DEPTH && row instanceof BatchUpdateException; i++) {
			SQLException next = (row.getNextException() == null && row.getCause() instanceof SQLException cause) ? cause
					: row.getNextException();
			if (next == null) {
				return row;
			}
			row = next;
		}
		return row;
	}

	private static @Nullable Integer failedRow(List<Throwable> causes, @Nullable ConstraintDialect dialect) {
		for (Throwable cause : causes) {
			if (cause instanceof BatchUpdateException batch) {
				return (dialect != null) ? dialect.failedRow(batch) : null;
			}
		}
		return null;
	}

}

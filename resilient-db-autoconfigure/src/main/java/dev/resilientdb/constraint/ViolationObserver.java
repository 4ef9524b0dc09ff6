package dev.resilientdb.constraint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureListener;

/**
 * Finds the violations among the failures that pass, and tells of each of them once. Safe
 * for use by several threads.
 */
final class ViolationObserver implements FailureListener {

	private static final Logger logger = LoggerFactory.getLogger(ViolationObserver.class);

	private static final Set<FailureKind> KINDS = EnumSet.of(FailureKind.UNIQUE_VIOLATION,
			FailureKind.FOREIGN_KEY_VIOLATION, FailureKind.NOT_NULL_VIOLATION, FailureKind.CHECK_VIOLATION,
			FailureKind.EXCLUSION_VIOLATION, FailureKind.VALUE_TOO_LONG, FailureKind.VALUE_OUT_OF_RANGE,
			FailureKind.INVALID_VALUE, FailureKind.UNKNOWN);

	private final FailureClassifier classifier;

	private final FailureOrigin origin;

	private final Function<Throwable, @Nullable ConstraintViolation> resolver;

	private final Races races;

	private final Supplier<List<ViolationListener>> listeners;

	private final Sightings sightings = new Sightings();

	/**
	 * Creates an observer.
	 * @param resolver finds the violation behind an exception without waiting
	 */
	ViolationObserver(FailureClassifier classifier, FailureOrigin origin,
			Function<Throwable, @Nullable ConstraintViolation> resolver, Races races,
			Supplier<List<ViolationListener>> listeners) {
		this.classifier = classifier;
		this.origin = origin;
		this.resolver = resolver;
		this.races = races;
		this.listeners = listeners;
	}

	@Override
	public void onFailure(FailureEvent event) {
		DatabaseFailure failure = event.failure();
		if (KINDS.contains(failure.kind()) && this.sightings.isFirst(failure.cause())) {
			tell(event, this.resolver.apply(failure.cause()));
		}
	}

	/**
	 * Has an exception looked at on its way to the caller. Never throws, not even when
	 * the observer cannot be created.
	 * @param dataSource where it comes from, null when not known
	 */
	static void passing(Supplier<ViolationObserver> observer, Throwable thrown, @Nullable DataSource dataSource) {
		quietly(() -> observer.get().look(thrown, dataSource));
	}

	private void look(Throwable thrown, @Nullable DataSource dataSource) {
		DatabaseFailure failure = failure(thrown);
		if (failure != null) {
			onFailure(this.origin.event(failure, dataSource));
		}
	}

	/**
	 * Takes note of a violation that the application asked about. Never throws.
	 */
	void resolved(Throwable thrown, ConstraintViolation violation) {
		quietly(() -> {
			DatabaseFailure failure = failure(thrown);
			if (failure != null && this.sightings.isFirst(failure.cause())) {
				tell(this.origin.event(failure, null), violation);
			}
		});
	}

	private @Nullable DatabaseFailure failure(Throwable thrown) {
		DatabaseFailure failure = this.classifier.classify(thrown);
		MissingValue value = (failure == null) ? MissingValue.in(Causes.of(thrown)) : null;
		return (value != null) ? value.failure() : failure;
	}

	private void tell(FailureEvent event, @Nullable ConstraintViolation violation) {
		if (violation != null) {
			ObservedViolation observed = new ObservedViolation(event, violation, this.races.course(violation));
			this.listeners.get().forEach((listener) -> quietly(() -> listener.onViolation(observed)));
		}
	}

	// Nothing that is thrown here may replace the database's failure
	private static void quietly(Runnable observation) {
		try {
			observation.run();
		}
		catch (Throwable ex) {
			logger.warn("A violated constraint is not counted: {}", ex.getClass().getName());
			logger.debug("A violated constraint is not counted", ex);
		}
	}

}

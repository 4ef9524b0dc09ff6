package dev.resilientdb.constraint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureListener;

/**
 * Finds the violations among the failures and passes them on.
 */
final class ViolationObserver implements FailureListener {

	private static final Set<FailureKind> KINDS = EnumSet.of(FailureKind.UNIQUE_VIOLATION,
			FailureKind.FOREIGN_KEY_VIOLATION, FailureKind.NOT_NULL_VIOLATION, FailureKind.CHECK_VIOLATION,
			FailureKind.EXCLUSION_VIOLATION, FailureKind.VALUE_TOO_LONG, FailureKind.VALUE_OUT_OF_RANGE,
			FailureKind.INVALID_VALUE, FailureKind.UNKNOWN);

	private final Function<Throwable, @Nullable ConstraintViolation> resolver;

	private final Supplier<List<ViolationListener>> listeners;

	ViolationObserver(Function<Throwable, @Nullable ConstraintViolation> resolver,
			Supplier<List<ViolationListener>> listeners) {
		this.resolver = resolver;
		this.listeners = listeners;
	}

	@Override
	public void onFailure(FailureEvent event) {
		ConstraintViolation violation = KINDS.contains(event.failure().kind())
				? this.resolver.apply(event.failure().cause()) : null;
		if (violation != null) {
			this.listeners.get().forEach((listener) -> listener.onViolation(event, violation));
		}
	}

}

package dev.resilientdb.constraint;

import org.jspecify.annotations.Nullable;

/**
 * Answers the application, and has what it asks about counted unless it was before.
 */
final class ObservedViolationResolver implements ConstraintViolationResolver {

	private final DialectViolationResolver resolver;

	private final ViolationObserver observer;

	ObservedViolationResolver(DialectViolationResolver resolver, ViolationObserver observer) {
		this.resolver = resolver;
		this.observer = observer;
	}

	@Override
	public @Nullable ConstraintViolation resolve(Throwable throwable) {
		ConstraintViolation violation = this.resolver.resolve(throwable, Catalogs.Patience.SOME);
		if (violation != null) {
			this.observer.resolved(throwable, violation);
		}
		return violation;
	}

}

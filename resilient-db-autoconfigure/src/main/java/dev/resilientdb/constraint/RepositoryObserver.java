package dev.resilientdb.constraint;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Sees what Spring's exception translation around repositories passes on. Translates
 * nothing.
 */
final class RepositoryObserver implements PersistenceExceptionTranslator, Ordered {

	private final Supplier<ViolationObserver> observer;

	RepositoryObserver(Supplier<ViolationObserver> observer) {
		this.observer = observer;
	}

	@Override
	public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
		ViolationObserver.passing(this.observer, ex, null);
		return null;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}

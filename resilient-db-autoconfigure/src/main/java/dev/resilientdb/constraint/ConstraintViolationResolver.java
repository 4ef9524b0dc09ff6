package dev.resilientdb.constraint;

import org.jspecify.annotations.Nullable;

/**
 * Tells which rule of the database an exception is about, through everything that wraps
 * or masks it. An application may replace the bean.
 */
@FunctionalInterface
public interface ConstraintViolationResolver {

	/**
	 * Finds the broken rule behind an exception. Never throws; waits for nothing but,
	 * briefly, the first look at the database's catalogue.
	 * @return the violation, or null when the exception is not about one
	 */
	@Nullable ConstraintViolation resolve(Throwable throwable);

}

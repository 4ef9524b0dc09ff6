package dev.resilientdb.constraint;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Finds the application's own words for a broken rule. The default asks the application's
 * {@code MessageSource}; an application may replace the bean. Must be quick and must not
 * use the database.
 */
@FunctionalInterface
public interface ConstraintMessageResolver {

	/**
	 * Finds the message for a violation.
	 * @param violation holds the built-in message and the key to add for another one
	 * @return the message, or null to keep the built-in one
	 */
	@Nullable ConstraintMessage resolveMessage(ConstraintViolation violation, Locale locale);

}

package dev.resilientdb.retry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.resilientdb.failure.FailureKind;

/**
 * Declares that a transactional method may run again when the database is known to have
 * rolled it back.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface DeadlockRetry {

	/**
	 * Name of the operation; empty means {@code SimpleClassName.method}.
	 * @return the name
	 */
	String name() default "";

	/**
	 * Number of calls including the first; 0 means the property.
	 * @return the number of calls
	 */
	int maxAttempts() default 0;

	/**
	 * First delay as duration text; empty means the property.
	 * @return the delay
	 */
	String delay() default "";

	/**
	 * Longest delay as duration text; empty means the property.
	 * @return the longest delay
	 */
	String maxDelay() default "";

	/**
	 * Limit of the whole call as duration text; empty means the property.
	 * @return the deadline
	 */
	String deadline() default "";

	/**
	 * Further kinds that are worth another attempt.
	 * @return the kinds
	 */
	FailureKind[] alsoOn() default {};

	/**
	 * Kinds that are not worth another attempt here.
	 * @return the kinds
	 */
	FailureKind[] notOn() default {};

	/**
	 * Whether running twice has the same effect as running once.
	 * @return whether the method is idempotent
	 */
	boolean idempotent() default false;

}

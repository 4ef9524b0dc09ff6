package dev.resilientdb.retry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.resilientdb.failure.FailureKind;

/**
 * Runs a transactional method again, in a new transaction, when the database is known to
 * have rolled it back because of a conflict. On a class or interface it holds for all
 * transactional methods; on a method it overrides the class. The method must begin a
 * transaction of its own ({@code @Transactional} with {@code REQUIRED},
 * {@code REQUIRES_NEW} or {@code NESTED}); called inside another transaction it does
 * nothing, as only the outermost transaction can be repeated.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface DeadlockRetry {

	/**
	 * Name in logs, metrics and endpoints; {@code SimpleClassName.method} by default.
	 */
	String name() default "";

	/**
	 * Total number of calls, the first included; 0 stands for
	 * {@code resilient-db.retry.max-attempts}.
	 */
	int maxAttempts() default 0;

	/**
	 * Upper bound of the random wait before the first retry, doubled for each further
	 * one, as duration text ({@code "50ms"}) or placeholder; empty stands for
	 * {@code resilient-db.retry.delay}.
	 */
	String delay() default "";

	/**
	 * Longest wait before a retry, as duration text or placeholder; empty stands for
	 * {@code resilient-db.retry.max-delay}.
	 */
	String maxDelay() default "";

	/**
	 * Time after which no further attempt begins, from the start of the first, as
	 * duration text or placeholder; empty stands for {@code resilient-db.retry.deadline}.
	 */
	String deadline() default "";

	/**
	 * Kinds of failure to retry in addition to {@code resilient-db.retry.on}.
	 */
	FailureKind[] alsoOn() default {};

	/**
	 * Kinds of failure not to retry. Wins over {@link #alsoOn()}.
	 */
	FailureKind[] notOn() default {};

	/**
	 * Whether running the method twice has the same effect as running it once. Allows a
	 * retry when nobody knows whether a transaction committed, and after a part of it
	 * did.
	 */
	boolean idempotent() default false;

}

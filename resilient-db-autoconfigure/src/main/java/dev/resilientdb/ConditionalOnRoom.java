package dev.resilientdb;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches unless {@code resilient-db.enabled} or the switch
 * {@code resilient-db.<room>.enabled} of one of the rooms is false. A value that is no
 * boolean stops the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnRoomCondition.class)
public @interface ConditionalOnRoom {

	/**
	 * The rooms that must be switched on.
	 */
	String[] value() default {};

}

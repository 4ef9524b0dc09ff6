package dev.resilientdb.constraint;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

/**
 * The resolver as the auto-configuration builds it, without a data source.
 */
final class Resolvers {

	private Resolvers() {
	}

	static ConstraintViolationResolver create() {
		return new AnnotationConfigApplicationContext(DialectAutoConfiguration.class, FailureAutoConfiguration.class,
				ConstraintAutoConfiguration.class)
			.getBean(ConstraintViolationResolver.class);
	}

}

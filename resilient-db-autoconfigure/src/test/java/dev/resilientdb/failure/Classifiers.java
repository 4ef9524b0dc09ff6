package dev.resilientdb.failure;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.resilientdb.dialect.DialectAutoConfiguration;

/**
 * The classifier as the auto-configuration builds it.
 */
final class Classifiers {

	private Classifiers() {
	}

	static FailureClassifier create() {
		return new AnnotationConfigApplicationContext(DialectAutoConfiguration.class, FailureAutoConfiguration.class)
			.getBean(FailureClassifier.class);
	}

}

package dev.resilientdb.failure;

import dev.resilientdb.dialect.DialectAutoConfiguration;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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

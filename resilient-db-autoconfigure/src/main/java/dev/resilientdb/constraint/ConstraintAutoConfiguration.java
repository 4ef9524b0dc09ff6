package dev.resilientdb.constraint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Violated constraints as values with messages.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "constraint" })
public final class ConstraintAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ConstraintMessageResolver.class)
	MessageSourceMessages resilientDbConstraintMessages(MessageSource messages) {
		return new MessageSourceMessages(messages);
	}

	@Bean
	@ConditionalOnMissingBean(ConstraintViolationResolver.class)
	DialectViolationResolver resilientDbConstraintViolationResolver(FailureClassifier classifier,
			ObjectProvider<ConstraintDialect> dialects, ObjectProvider<ConstraintMessageResolver> messages) {
		return new DialectViolationResolver(classifier, dialects.orderedStream().toList(),
				new ViolationMessages(messages::getIfUnique));
	}

}

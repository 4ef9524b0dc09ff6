package dev.resilientdb.constraint;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Keeps applications that ask for violations running when the room is switched off: every
 * question is answered with null then.
 */
@AutoConfiguration(after = ConstraintAutoConfiguration.class)
public final class ConstraintFallbackAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConstraintViolationResolver resilientDbAbsentConstraintViolationResolver() {
		return (throwable) -> null;
	}

}

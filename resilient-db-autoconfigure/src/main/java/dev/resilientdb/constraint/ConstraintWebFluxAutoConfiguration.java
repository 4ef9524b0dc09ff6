package dev.resilientdb.constraint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;

import dev.resilientdb.ConditionalOnRoom;

/**
 * Answers of Spring WebFlux to violated constraints. Stands before Boot's error handling,
 * so that of two handlers of the same order ours is asked first.
 */
@AutoConfiguration(after = ConstraintAutoConfiguration.class, before = ErrorWebFluxAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "constraint", "constraint.web" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, ErrorWebExceptionHandler.class })
@ConditionalOnBean(ConstraintViolationResolver.class)
@ConditionalOnMissingBean(value = ErrorWebExceptionHandler.class, name = "resilientDbViolationWebExceptionHandler",
		search = SearchStrategy.CURRENT)
@ImportRuntimeHints(AnswerHints.class)
public final class ConstraintWebFluxAutoConfiguration {

	@Bean
	ViolationWebExceptionHandler resilientDbViolationWebExceptionHandler(ConstraintViolationResolver resolver,
			ConstraintProperties properties, ApplicationContext context,
			ObjectProvider<ResponseEntityResultHandler> writers) {
		ViolationAnswers answers = new ViolationAnswers(resolver, properties.status(), new AnswerTexts(context));
		return new ViolationWebExceptionHandler(answers, writers);
	}

	@Bean
	@ConditionalOnMissingBean(value = ErrorAttributes.class, search = SearchStrategy.CURRENT)
	ViolationErrorAttributes resilientDbViolationErrorAttributes() {
		return new ViolationErrorAttributes();
	}

}

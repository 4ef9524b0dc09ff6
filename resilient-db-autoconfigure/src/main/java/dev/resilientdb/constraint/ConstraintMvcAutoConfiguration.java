package dev.resilientdb.constraint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import dev.resilientdb.ConditionalOnRoom;

/**
 * Answers of Spring MVC to violated constraints.
 */
@AutoConfiguration(after = ConstraintAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "constraint", "constraint.web" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, BasicErrorController.class })
@ConditionalOnBean(ConstraintViolationResolver.class)
@ImportRuntimeHints(AnswerHints.class)
public final class ConstraintMvcAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "resilientDbViolationExceptionResolver")
	ViolationExceptionResolver resilientDbViolationExceptionResolver(ConstraintViolationResolver resolver,
			ConstraintProperties properties, ApplicationContext context,
			ObjectProvider<BasicErrorController> errorController,
			ObjectProvider<RequestMappingHandlerAdapter> adapters) {
		ViolationAnswers answers = new ViolationAnswers(resolver, properties.status(), new AnswerTexts(context));
		return new ViolationExceptionResolver(answers, new ErrorPage(errorController, context), adapters);
	}

}

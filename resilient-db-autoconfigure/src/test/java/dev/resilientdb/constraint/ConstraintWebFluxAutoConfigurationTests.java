package dev.resilientdb.constraint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebExceptionHandler;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConstraintWebFluxAutoConfiguration}.
 */
class ConstraintWebFluxAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(FailureAutoConfiguration.class,
			DialectAutoConfiguration.class, ConstraintAutoConfiguration.class,
			ConstraintWebFluxAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void isOnByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ViolationWebExceptionHandler.class)
			.hasSingleBean(ViolationErrorAttributes.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "resilient-db.enabled", "resilient-db.failure.enabled", "resilient-db.constraint.enabled",
			"resilient-db.constraint.web.enabled" })
	void isOffByProperty(String property) {
		this.contextRunner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WebExceptionHandler.class)
				.doesNotHaveBean(ErrorAttributes.class));
	}

	@Test
	void backsOffForBeanOfTheSameName() {
		this.contextRunner
			.withBean("resilientDbViolationWebExceptionHandler", WebExceptionHandler.class,
					() -> (exchange, ex) -> exchange.getResponse().setComplete())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationWebExceptionHandler.class));
	}

	@Test
	void backsOffForErrorHandlerOfTheApplication() {
		this.contextRunner
			.withBean("own", ErrorWebExceptionHandler.class,
					() -> (exchange, ex) -> exchange.getResponse().setComplete())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationWebExceptionHandler.class));
	}

	@Test
	void staysBesideErrorHandlingOfTheParent() {
		new ApplicationContextRunner().withBean(DefaultErrorAttributes.class)
			.withBean("own", ErrorWebExceptionHandler.class,
					() -> (exchange, ex) -> exchange.getResponse().setComplete())
			.run((parent) -> this.contextRunner.withParent(parent)
				.run((context) -> assertThat(context).hasSingleBean(ViolationWebExceptionHandler.class)
					.hasSingleBean(ViolationErrorAttributes.class)));
	}

	@ParameterizedTest
	@ValueSource(classes = { DispatcherHandler.class, ErrorWebExceptionHandler.class })
	void isAbsentWithoutClass(Class<?> missing) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationWebExceptionHandler.class));
	}

	@Test
	void isAbsentInOtherApplications() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationWebExceptionHandler.class));
	}

}

package dev.resilientdb.constraint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConstraintMvcAutoConfiguration}.
 */
class ConstraintMvcAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(FailureAutoConfiguration.class,
			DialectAutoConfiguration.class, ConstraintAutoConfiguration.class, ConstraintMvcAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class));

	@Test
	void isOnByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ViolationExceptionResolver.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "resilient-db.enabled", "resilient-db.failure.enabled", "resilient-db.constraint.enabled",
			"resilient-db.constraint.web.enabled" })
	void isOffByProperty(String property) {
		this.contextRunner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationExceptionResolver.class));
	}

	@Test
	void resolverStaysWhenAnswersAreOff() {
		this.contextRunner.withPropertyValues("resilient-db.constraint.web.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ConstraintViolationResolver.class));
	}

	@Test
	void backsOffForBeanOfTheSameName() {
		this.contextRunner
			.withBean("resilientDbViolationExceptionResolver", HandlerExceptionResolver.class,
					() -> (request, response, handler, ex) -> null)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationExceptionResolver.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { DispatcherServlet.class, BasicErrorController.class })
	void isAbsentWithoutClass(Class<?> missing) {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationExceptionResolver.class));
	}

	@Test
	void isAbsentInOtherApplications() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViolationExceptionResolver.class));
	}

	@Test
	void startsLazily() {
		this.contextRunner.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertThat(context).hasSingleBean(ViolationExceptionResolver.class));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 200, 302, 399, 600 })
	void refusesStatusThatIsNoError(int status) {
		this.contextRunner.withPropertyValues("resilient-db.constraint.status.child-exists=" + status)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("resilient-db.constraint.status.child-exists must be a status between 400 and 599 but is "
						+ status));
	}

	@Test
	void refusesKindThatDoesNotExist() {
		this.contextRunner.withPropertyValues("resilient-db.constraint.status.unik=409")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("unik"));
	}

	@Test
	void bindsKindsInAnyForm() {
		this.contextRunner
			.withPropertyValues("resilient-db.constraint.status.not-null=400",
					"resilient-db.constraint.status.PARENT_MISSING=404")
			.run((context) -> assertThat(context.getBean(ConstraintProperties.class).status())
				.containsEntry(AnsweredRule.NOT_NULL, 400)
				.containsEntry(AnsweredRule.PARENT_MISSING, 404));
	}

	@Test
	void hintsAtDeclaredAnswerForNativeImages() throws NoSuchMethodException {
		RuntimeHints hints = new RuntimeHints();
		new AnswerHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Returning.class.getDeclaredMethod("problem")))
			.accepts(hints);
	}

}

package dev.resilientdb.retry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import io.github.resilience4j.retry.annotation.Retry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.retry.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Other retry annotations on retried methods are warned of, elsewhere they are left
 * alone.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("scenario-24")
class StackedRetryTests {

	@Test
	void warnsOfSpringRetry(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(SpringRetried.class));
		assertThat(output).contains("WARN").contains("SpringRetried.run is also retried by Spring Retry's @Retryable");
	}

	@Test
	void warnsOfSpringFramework(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(FrameworkRetried.class));
		assertThat(output).contains("FrameworkRetried.run is also retried by Spring Framework's @Retryable");
	}

	@Test
	void warnsOfResilience4jOnClass(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(Resilience4jRetried.class));
		assertThat(output).contains("Resilience4jRetried.run is also retried by Resilience4j's @Retry");
	}

	@Test
	void warnsOfMetaAnnotation(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(ComposedRetried.class));
		assertThat(output).contains("ComposedRetried.run is also retried by Spring Retry's @Retryable");
	}

	@Test
	void warnsOfMethodsForWhichThePropertyAsks(CapturedOutput output) {
		MisuseApplication.accepts(
				MisuseApplication.with(Unannotated.class).withPropertyValues("resilient-db.retry.scope=transactional"));
		assertThat(output).contains("Unannotated.transactional is also retried by");
	}

	@Test
	void leavesOtherMethodsAlone(CapturedOutput output) {
		MisuseApplication.with(OtherRetries.class, Unannotated.class, OnlyOurs.class).run((context) -> {
			context.getBean(Unannotated.class).transactional();
			assertThat(context).hasNotFailed();
		});
		assertThat(output).doesNotContain("also retried");
	}

	@Test
	void isSilentWhenOff(CapturedOutput output) {
		MisuseApplication.accepts(
				MisuseApplication.with(SpringRetried.class).withPropertyValues("resilient-db.retry.enabled=false"));
		assertThat(output).doesNotContain("also retried");
	}

	@Retention(RetentionPolicy.RUNTIME)
	@Retryable
	@interface Composed {

	}

	static class SpringRetried {

		@Retryable
		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	static class FrameworkRetried {

		@org.springframework.resilience.annotation.Retryable
		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	@Retry(name = "database")
	static class Resilience4jRetried {

		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	static class ComposedRetried {

		@Composed
		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableRetry
	@EnableResilientMethods
	static class OtherRetries {

	}

	static class Unannotated {

		@Retryable
		public void remote() {
			// Not our concern
		}

		@org.springframework.resilience.annotation.Retryable
		@Transactional
		public void transactional() {
			// Not our concern
		}

	}

	static class OnlyOurs {

		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

}

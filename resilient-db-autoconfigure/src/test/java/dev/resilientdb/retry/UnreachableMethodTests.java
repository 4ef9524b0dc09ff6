package dev.resilientdb.retry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods whose calls do not pass the proxy.
 */
@Tag("scenario-19")
class UnreachableMethodTests {

	@Test
	void refusesFinalMethod() {
		assertThat(MisuseApplication.refused(FinalMethod.class)).contains("FinalMethod.run is final");
	}

	@Test
	void refusesFinalMethodThatInheritsAnnotation() {
		assertThat(MisuseApplication.refused(FinalMethodOfInterface.class))
			.contains("FinalMethodOfInterface.run is final");
	}

	@Test
	void refusesFinalMethodOfAnnotatedClass() {
		assertThat(MisuseApplication.refused(FinalMethodOfAnnotatedClass.class))
			.contains("FinalMethodOfAnnotatedClass.run is final");
	}

	@Test
	void refusesFinalMethodWithMetaAnnotation() {
		assertThat(MisuseApplication.refused(FinalComposed.class)).contains("FinalComposed.run is final");
	}

	@Test
	void refusesInheritedFinalMethod() {
		assertThat(MisuseApplication.refused(OfFinalMethod.class)).contains("OfFinalMethod.run is final");
	}

	@Test
	void refusesPrivateMethod() {
		assertThat(MisuseApplication.refused(PrivateMethod.class)).contains("PrivateMethod.helper is private");
	}

	@Test
	void refusesPrivateMethodOfLazyBean() {
		assertThat(MisuseApplication.refused(LazyPrivateMethod.class)).contains("LazyPrivateMethod.helper is private");
	}

	@Test
	void refusesStaticMethod() {
		assertThat(MisuseApplication.refused(StaticMethod.class)).contains("StaticMethod.run is static");
	}

	@Test
	void refusesFinalClass() {
		assertThat(MisuseApplication.refused(FinalClass.class)).contains("FinalClass.run belongs to a final class");
	}

	@Test
	void refusesFinalClassWithInterfaceWhenProxiesAreSubclasses() {
		assertThat(MisuseApplication.refused(FinalTask.class)).contains("FinalTask.run belongs to a final class");
	}

	@Test
	void refusesMethodOutsideInterfacesOfProxy() {
		assertThat(MisuseApplication
			.refused(MisuseApplication.with(BeyondInterface.class).withPropertyValues(MisuseApplication.JDK_PROXIES)))
			.contains("BeyondInterface.more is in none of the interfaces");
	}

	@Test
	void namesEveryMethodAndItsWayOut() {
		FailureAnalysis analysis = MisuseApplication.refusal(MisuseApplication.with(Several.class));
		assertThat(analysis.getDescription()).contains("Several.first is final", "Several.second is private");
		assertThat(analysis.getAction()).contains("Several.first: Remove final", "Several.second: Make it a public",
				"DeadlockRetryTemplate");
	}

	@Retention(RetentionPolicy.RUNTIME)
	@Transactional
	@DeadlockRetry
	@interface Retried {

	}

	interface Runner {

		@DeadlockRetry
		void run();

	}

	static class FinalMethod {

		@Transactional
		@DeadlockRetry
		public final void run() {
			// Never called
		}

	}

	static class OfFinalMethod extends FinalMethod {

	}

	static class FinalMethodOfInterface implements Runner {

		@Override
		@Transactional
		public final void run() {
			// Never called
		}

	}

	@Transactional
	@DeadlockRetry
	static class FinalMethodOfAnnotatedClass {

		public final void run() {
			// Never called
		}

		public void other() {
			// Never called
		}

	}

	static class FinalComposed {

		@Retried
		public final void run() {
			// Never called
		}

	}

	static class PrivateMethod {

		public void run() {
			helper();
		}

		@Transactional
		@DeadlockRetry
		private void helper() {
			// Never called
		}

	}

	@Lazy
	static class LazyPrivateMethod extends PrivateMethod {

		@DeadlockRetry
		private void helper() {
			// Never called
		}

		void call() {
			helper();
		}

	}

	static class StaticMethod {

		@Transactional
		@DeadlockRetry
		public static void run() {
			// Never called
		}

	}

	static final class FinalClass {

		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	static final class FinalTask implements AnnotatedTasks.Task {

		@Override
		@Transactional
		@DeadlockRetry
		public void run(Runnable work) {
			work.run();
		}

	}

	static class BeyondInterface implements AnnotatedTasks.Task {

		@Override
		@Transactional
		@DeadlockRetry
		public void run(Runnable work) {
			work.run();
		}

		@Transactional
		@DeadlockRetry
		public void more() {
			// Never called
		}

	}

	static class Several {

		@Transactional
		@DeadlockRetry
		public final void first() {
			second();
		}

		@Transactional
		@DeadlockRetry
		private void second() {
			// Never called
		}

	}

}

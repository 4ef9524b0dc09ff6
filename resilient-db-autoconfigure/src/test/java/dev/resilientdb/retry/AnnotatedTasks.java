package dev.resilientdb.retry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureKind;

/**
 * Beans that carry the annotation in different places.
 */
@Configuration(proxyBeanMethods = false)
@Import({ AnnotatedTasks.MethodAndClass.class, AnnotatedTasks.OnClass.class, AnnotatedTasks.OfAnnotatedMethod.class,
		AnnotatedTasks.OfAnnotatedInterface.class, AnnotatedTasks.Subclass.class, AnnotatedTasks.Overriding.class,
		AnnotatedTasks.Composed.class, AnnotatedTasks.OfGeneric.class, AnnotatedTasks.NotOn.class,
		AnnotatedTasks.Placeholders.class, AnnotatedTasks.Named.class })
class AnnotatedTasks {

	interface Task {

		void run(Runnable work);

	}

	interface AnnotatedMethod extends Task {

		@Override
		@Transactional
		@DeadlockRetry(maxAttempts = 4, delay = "1ms")
		void run(Runnable work);

	}

	@Transactional
	@DeadlockRetry(maxAttempts = 6, delay = "1ms")
	interface AnnotatedInterface extends Task {

	}

	interface Generic<T extends Runnable> {

		void run(T work);

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Transactional
	@DeadlockRetry(delay = "1ms")
	@interface RetriedTransaction {

		@AliasFor(annotation = DeadlockRetry.class, attribute = "maxAttempts")
		int attempts();

	}

	static class Plain implements Task {

		@Override
		public void run(Runnable work) {
			work.run();
		}

	}

	@Transactional
	@DeadlockRetry(maxAttempts = 2, delay = "1ms")
	static class MethodAndClass implements Task {

		@Override
		@DeadlockRetry(maxAttempts = 3, delay = "1ms")
		public void run(Runnable work) {
			work.run();
		}

	}

	@Transactional
	@DeadlockRetry(maxAttempts = 2, delay = "1ms")
	static class OnClass implements Task {

		@Override
		public void run(Runnable work) {
			work.run();
		}

	}

	static class OfAnnotatedMethod extends Plain implements AnnotatedMethod {

		@Override
		public void run(Runnable work) {
			super.run(work);
		}

	}

	static class OfAnnotatedInterface implements AnnotatedInterface {

		@Override
		public void run(Runnable work) {
			work.run();
		}

	}

	static class Subclass extends OnClass {

	}

	static class Overriding extends MethodAndClass {

		@Override
		public void run(Runnable work) {
			super.run(work);
		}

	}

	static class Composed implements Task {

		@Override
		@RetriedTransaction(attempts = 7)
		public void run(Runnable work) {
			work.run();
		}

	}

	static class OfGeneric implements Generic<Runnable>, Task {

		@Override
		@Transactional
		@DeadlockRetry(maxAttempts = 3, delay = "1ms")
		public void run(Runnable work) {
			work.run();
		}

	}

	@Transactional
	static class NotOn implements Task {

		@Override
		@DeadlockRetry(alsoOn = { FailureKind.DEADLOCK, FailureKind.SERIALIZATION_FAILURE },
				notOn = { FailureKind.DEADLOCK, FailureKind.SERIALIZATION_FAILURE })
		public void run(Runnable work) {
			work.run();
		}

	}

	@Transactional
	static class Placeholders implements Task {

		@Override
		@DeadlockRetry(maxAttempts = 1000, delay = "${app.delay}", deadline = "${app.deadline:1h}")
		public void run(Runnable work) {
			work.run();
		}

	}

	@Transactional
	static class Named implements Task {

		@Override
		@DeadlockRetry(name = "money transfer", maxAttempts = 2, delay = "1ms")
		public void run(Runnable work) {
			work.run();
		}

	}

}

package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;

import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods that return before their work is done.
 */
@Tag("scenario-20")
class ReturnTypeMisuseTests {

	@ParameterizedTest
	@ValueSource(classes = { OfFuture.class, OfStage.class, OfCompletableFuture.class, OfFlow.class, OfPublisher.class,
			OfSubtype.class, OfAnnotatedClass.class, OfLazyBean.class })
	void refusesResultThatComesLater(Class<?> type) {
		assertThat(MisuseApplication.refused(type)).contains(type.getSimpleName() + ".run returns")
			.contains("its work may be done after it returned");
	}

	@Test
	void refusesSuspendFunction() {
		assertThat(MisuseApplication.refused(Suspending.class)).contains("Suspending.run is a suspend function");
	}

	@Test
	void acceptsSingleMethodThatIsExempt() {
		MisuseApplication.accepts(MisuseApplication.with(ExemptFuture.class));
	}

	@Test
	void acceptsFutureForWhichThePropertyAloneAsks() {
		MisuseApplication.accepts(MisuseApplication.with(OnlyTransactional.class)
			.withPropertyValues("resilient-db.retry.scope=transactional"));
	}

	static class OfFuture {

		@Transactional
		@DeadlockRetry
		public @Nullable Future<String> run() {
			return null;
		}

	}

	static class OfStage {

		@Transactional
		@DeadlockRetry
		public @Nullable CompletionStage<String> run() {
			return null;
		}

	}

	static class OfCompletableFuture {

		@Transactional
		@DeadlockRetry
		public @Nullable CompletableFuture<String> run() {
			return null;
		}

	}

	static class OfFlow {

		@Transactional
		@DeadlockRetry
		public Flow.@Nullable Publisher<String> run() {
			return null;
		}

	}

	static class OfPublisher {

		@Transactional
		@DeadlockRetry
		public @Nullable Publisher<String> run() {
			return null;
		}

	}

	static class OfSubtype {

		@Transactional
		@DeadlockRetry
		public Many run() {
			return new Many();
		}

	}

	@Transactional
	@DeadlockRetry
	static class OfAnnotatedClass {

		public @Nullable Future<String> run() {
			return null;
		}

	}

	@Lazy
	static class OfLazyBean {

		@Transactional
		@DeadlockRetry
		public @Nullable Future<String> run() {
			return null;
		}

	}

	static class Suspending {

		@Transactional
		@DeadlockRetry
		public @Nullable Object run(long id, Continuation<? super String> continuation) {
			return null;
		}

	}

	@Transactional
	@DeadlockRetry
	static class ExemptFuture {

		public void run() {
			// Never called
		}

		@DeadlockRetry(maxAttempts = 1)
		public @Nullable Future<String> later() {
			return null;
		}

	}

	static class OnlyTransactional {

		@Transactional
		public @Nullable Future<String> run() {
			return null;
		}

	}

	static class One implements Publisher<String> {

		@Override
		public void subscribe(Subscriber<? super String> subscriber) {
			// Never called
		}

	}

	static class Many extends One {

	}

}

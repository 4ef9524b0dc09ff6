package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Async} and {@link DeadlockRetry} on one method.
 */
@Tag("scenario-20")
class AsyncMisuseTests {

	@Test
	void repeatsInTheOtherThread() {
		MisuseApplication.with(Asynchronous.class, AsyncTask.class).run((context) -> {
			CompletableFuture<String> thread = new CompletableFuture<>();
			AtomicInteger attempts = new AtomicInteger();
			context.getBean(AsyncTask.class).run(() -> {
				conflictAtFirst(attempts);
				thread.complete(Thread.currentThread().getName());
			});
			assertThat(thread.get(10, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread().getName());
			assertThat(attempts).hasValue(2);
		});
	}

	@Test
	void repeatsBodyOfMethodThatReturnsFuture() {
		MisuseApplication.with(Asynchronous.class, AsyncTask.class).run((context) -> {
			AtomicInteger attempts = new AtomicInteger();
			Future<Integer> result = context.getBean(AsyncTask.class).compute(() -> conflictAtFirst(attempts));
			assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(1);
			assertThat(attempts).hasValue(2);
		});
	}

	@Test
	void refusesAsyncAdviceInsideRetryAdvice() {
		assertThat(MisuseApplication.refused(AsynchronousInside.class, AsyncTask.class))
			.contains("AsyncTask.run runs in another thread than the retry advice");
	}

	@Test
	void refusesWovenAsync() {
		assertThat(MisuseApplication.refused(MisuseApplication.with(AsyncTask.class)
			.withBean(TaskManagementConfigUtils.ASYNC_EXECUTION_ASPECT_BEAN_NAME, Object.class)))
			.contains("AsyncTask.run runs in another thread than the retry advice");
	}

	@Test
	void refusesFutureThatNobodyMakesAsynchronous() {
		assertThat(MisuseApplication.refused(AsyncTask.class)).contains("AsyncTask.compute returns CompletableFuture");
	}

	private static void conflictAtFirst(AtomicInteger attempts) {
		if (attempts.incrementAndGet() == 1) {
			WorkerContract.throwConflict();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Asynchronous {

		@Bean
		Executor taskExecutor() {
			return new SimpleAsyncTaskExecutor("other-");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync(order = Ordered.HIGHEST_PRECEDENCE)
	static class AsynchronousInside {

	}

	static class AsyncTask {

		@Async
		@Transactional
		@DeadlockRetry
		public void run(Runnable work) {
			work.run();
		}

		@Async
		@Transactional
		@DeadlockRetry
		public CompletableFuture<Integer> compute(Runnable work) {
			work.run();
			return CompletableFuture.completedFuture(1);
		}

	}

}

package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.retry.backoff.BackOffInterruptedException;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What ends a wait for the next attempt.
 */
class BackOffInterruptionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final RuntimeException conflict = WorkerContract.conflict();

	private final AtomicBoolean interrupted = new AtomicBoolean();

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withProperties("resilient-db.retry.delay=1h", "resilient-db.retry.max-delay=1h",
					"resilient-db.retry.deadline=24h")
			.start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Tag("scenario-16")
	@Test
	void interruptEndsWaitWithTheDatabasesException() {
		CompletableFuture<Throwable> call = new CompletableFuture<>();
		Thread waiting = waiting(call);
		waiting.interrupt();
		assertThat(call.join()).isSameAs(this.conflict)
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasOnlyElementsOfType(BackOffInterruptedException.class));
		assertThat(this.interrupted).isTrue();
		assertThat(calls().exhausted()).isOne();
	}

	@Tag("scenario-16")
	@Test
	void interruptBeforeWaitEndsCallToo() throws Exception {
		FutureTask<Throwable> call = new FutureTask<>(() -> catchThrowable(() -> template().execute((status) -> {
			Thread.currentThread().interrupt();
			throw this.conflict;
		})));
		new Thread(call).start();
		assertThat(call.get()).isSameAs(this.conflict);
		assertThat(calls().exhausted()).isOne();
	}

	@Tag("scenario-31")
	@Test
	void closingTheContextEndsWait() {
		CompletableFuture<Throwable> call = new CompletableFuture<>();
		waiting(call);
		this.context.close();
		assertThat(call.join()).isSameAs(this.conflict);
		assertThat(this.interrupted).isFalse();
	}

	/**
	 * A thread that waits for its second attempt.
	 */
	private Thread waiting(CompletableFuture<Throwable> call) {
		Thread thread = new Thread(() -> {
			Throwable thrown = catchThrowable(this::conflicting);
			this.interrupted.set(Thread.currentThread().isInterrupted());
			call.complete(thrown);
		});
		thread.start();
		Awaitility.await().until(() -> isInBackOff(thread));
		return thread;
	}

	private static boolean isInBackOff(Thread thread) {
		return thread.getState() == Thread.State.TIMED_WAITING && Stream.of(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(ShutdownAwareSleeper.class.getName()));
	}

	private void conflicting() {
		template().executeWithoutResult((status) -> {
			throw this.conflict;
		});
	}

	private DeadlockRetryTemplate template() {
		return this.context.getBean(DeadlockRetryTemplate.class);
	}

	private RetryStatistics.Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

}

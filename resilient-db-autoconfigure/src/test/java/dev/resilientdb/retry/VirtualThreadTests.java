package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls on virtual threads, many more than the pool has connections.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads need Java 21")
class VirtualThreadTests extends WorkerContract {

	private static final int CALLS = 200;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().withProperties("spring.threads.virtual.enabled=true");
	}

	@Test
	void eachCallRepeatsOnItsOwn() {
		CompletableFuture<?>[] calls = IntStream.range(0, CALLS)
			.mapToObj((id) -> CompletableFuture.runAsync(() -> recover(id), executor()))
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(calls).join();
		assertThat(entries()).isEqualTo(CALLS);
		assertThat(calls().recovered()).isEqualTo(CALLS);
		assertThat(worker().attempts()).isEqualTo(2 * CALLS);
	}

	private void recover(int id) {
		CurrentAttempt attempt = context().getBean(CurrentAttempt.class);
		worker().retried(inTurn(() -> {
			assertThat(attempt.number()).isOne();
			insert(id);
			throwConflict();
		}, () -> {
			assertThat(attempt.number()).isEqualTo(2);
			insert(id);
		}));
	}

	private static SimpleAsyncTaskExecutor executor() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("virtual-");
		executor.setVirtualThreads(true);
		return executor;
	}

}

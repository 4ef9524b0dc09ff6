package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What a call holds while it waits for its next attempt.
 */
@Tag("scenario-02")
class BackOffResourcesTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Patient.class);
	}

	@Test
	void outermostCallHoldsNoConnection() {
		assertThat(connectionsDuringWait(() -> patient().required(WorkerContract::throwConflict))).isZero();
	}

	@Test
	void newTransactionHoldsOnlyTheConnectionAroundIt() {
		assertThat(connectionsDuringWait(() -> worker().joining(() -> patient().requiresNew(() -> {
			insert(1);
			throwConflict();
		})))).isOne();
		assertThat(entries()).isZero();
	}

	private int connectionsDuringWait(Runnable call) {
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		Thread caller = new Thread(() -> thrown.complete(catchThrowable(call::run)));
		caller.start();
		Awaitility.await().until(() -> isInBackOff(caller));
		int active = context().getBean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
		caller.interrupt();
		assertThat(thrown.join()).hasMessage("conflict");
		return active;
	}

	private static boolean isInBackOff(Thread thread) {
		return thread.getState() == Thread.State.TIMED_WAITING && Stream.of(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(ShutdownAwareSleeper.class.getName()));
	}

	private Patient patient() {
		return context().getBean(Patient.class);
	}

}

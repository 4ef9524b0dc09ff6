package dev.resilientdb.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;

import dev.resilientdb.test.Partners;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What the log says about calls that needed more than one attempt. PostgreSQL 18 puts row
 * values and the statements of others into the details of its messages.
 */
@Tag("scenario-32")
@ExtendWith(OutputCaptureExtension.class)
class FailedCallLogTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Test
	void oneWarningTellsOfCallThatFailedForGood(CapturedOutput output) {
		insert(4711);
		assertThat(catchThrowable(() -> worker().stubborn(() -> insert(4711)))).isNotNull();
		assertThat(output.toString().lines().filter((line) -> line.contains("Worker.stubborn"))).singleElement()
			.asString()
			.contains("WARN")
			.contains("failed after 3 attempts")
			.contains("UNIQUE_VIOLATION (PostgreSQL 23505)");
	}

	@Test
	void oneWarningTellsOfCallThatRecovered(CapturedOutput output) {
		insert(4711);
		worker().stubborn(inTurn(() -> insert(4711), () -> insert(1)));
		assertThat(output.toString().lines().filter((line) -> line.contains("Worker.stubborn"))).singleElement()
			.asString()
			.contains("WARN")
			.contains("recovered on attempt 2 after UNIQUE_VIOLATION (PostgreSQL 23505)");
	}

	@Test
	void valuesOfRowsStayOutOfTheLog(CapturedOutput output) {
		insert(4711);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> worker().stubborn(() -> insert(4711)))
			.withStackTraceContaining("(id)=(4711)");
		assertThat(output).contains("Worker.stubborn").doesNotContain("4711").doesNotContain("Detail");
	}

	@Test
	void whoBlockedWhomStaysOutOfTheLog(CapturedOutput output) {
		insert(4711);
		insert(4712);
		CyclicBarrier meeting = new CyclicBarrier(2);
		CompletableFuture<Void> there = Partners.start(() -> lockBoth(4711, 4712, meeting));
		CompletableFuture<Void> back = Partners.start(() -> lockBoth(4712, 4711, meeting));
		CompletableFuture.allOf(there, back).join();
		assertThat(output).contains("Worker.retried recovered on attempt 2 after DEADLOCK (PostgreSQL 40P01)")
			.doesNotContain("ShareLock")
			.doesNotContain("Detail");
	}

	@Test
	void earlierFailuresAreSuppressedUnderTheLast() {
		insert(1);
		Throwable thrown = catchThrowable(() -> worker().stubborn(() -> insert(1)));
		assertThat(thrown).hasRootCauseMessage(thrown.getSuppressed()[0].getCause().getMessage());
		assertThat(thrown.getSuppressed()).hasSize(2).doesNotContain(thrown);
	}

	private void lockBoth(int first, int second, CyclicBarrier meeting) {
		worker().retried(inTurn(() -> {
			lock(first);
			Ledger.await(meeting);
			lock(second);
		}, () -> lock(first), () -> lock(first)));
	}

	private void lock(int id) {
		jdbc().update("update entry set id = id where id = ?", id);
	}

}

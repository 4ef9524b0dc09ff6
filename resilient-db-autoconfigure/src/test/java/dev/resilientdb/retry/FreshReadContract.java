package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.test.Partners;
import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each attempt reads what others have committed in the meantime, and decides anew.
 */
@Tag("scenario-28")
abstract class FreshReadContract extends WorkerContract {

	private final List<Integer> seen = new ArrayList<>();

	private Counter counter;

	@Override
	TestApplication application() {
		return super.application().with(Counter.class);
	}

	@BeforeEach
	final void findCounter() {
		this.counter = context().getBean(Counter.class);
		insert(1);
	}

	@Test
	void nextAttemptReadsWhatOthersCommitted() {
		this.counter.repeatably(inTurn(() -> {
			see();
			commitElsewhere(2);
			see();
			throwConflict();
		}, this::see));
		assertThat(this.seen).containsExactly(1, 1, 2);
	}

	@Test
	void nextAttemptDecidesOnWhatItReads() {
		this.counter.repeatably(inTurn(() -> {
			commitElsewhere(count() + 1);
			throwConflict();
		}, () -> insert(count() + 1)));
		assertThat(entries()).isEqualTo(3);
	}

	private void see() {
		this.seen.add(count());
	}

	private int count() {
		return jdbc().queryForObject("select count(*) from entry", Integer.class);
	}

	private void commitElsewhere(int id) {
		Partners.start(() -> worker().joining(() -> insert(id))).join();
	}

	/**
	 * Works on a snapshot.
	 */
	static class Counter {

		@Transactional(isolation = Isolation.REPEATABLE_READ)
		@DeadlockRetry(delay = "1ms")
		public void repeatably(Runnable work) {
			work.run();
		}

	}

}

package dev.resilientdb.proof;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.proof.Deed.Trait;
import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that stops while orders are being carried out: its pool breaks the
 * connections that are in use.
 */
class ClosingApplicationTests {

	private static final int ORDERS = 300;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@RegisterExtension
	static final TestDatabase archive = TestDatabase.h2();

	private final Premises premises = new Premises(database, database.dataSource(), archive, ProductFaults.postgres(),
			new ThreadFaults());

	@Test
	void booksHoldWhatCallersWereTold() {
		RunningBank bank = RunningBank.open(this.premises, List.of(Connections.Pooled.class));
		Closing closing = new Closing(bank);
		Workload workload = Workload.random(ORDERS, 8, Deed.without(Trait.ENTITIES));
		History history = bank.run(workload, closing);
		closing.closed.join();
		Inspection inspection = Inspection.of(this.premises);
		assertThat(inspection.wrongEntries(history)).as(history.toString()).isEmpty();
		assertThat(inspection.wrongInnerTransactions(history)).as(history.toString()).isEmpty();
		assertThat(history.told()).as(history.toString()).containsKeys(Told.DONE, Told.FAILED);
	}

	/**
	 * Closes the application in the middle of the history.
	 */
	private static final class Closing implements Teller.Manner {

		private final AtomicInteger calls = new AtomicInteger();

		private final CompletableFuture<Void> closed = new CompletableFuture<>();

		private final RunningBank bank;

		Closing(RunningBank bank) {
			this.bank = bank;
		}

		@Override
		public void call(ThrowingCallable call) throws Throwable {
			if (this.calls.incrementAndGet() == ORDERS / 2) {
				new Thread(this::close, "closing").start();
			}
			call.call();
		}

		private void close() {
			this.bank.close();
			this.closed.complete(null);
		}

	}

}

package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaseInspector}.
 */
class LeaseInspectorTests {

	private static final Duration LONG = Duration.ofSeconds(31);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final NotedPool pool = new NotedPool(database, 2, NestedPolicy.WARN);

	private final Borrower borrower = this.pool.borrower();

	private final ExecutorService caller = Executors.newSingleThreadExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.end.countDown();
		this.pool.close();
		this.caller.shutdownNow();
	}

	@Test
	void holderIsNamedAfterItsMethodAndThread() throws Exception {
		call(this.borrower::leak);
		assertThat(this.pool.look().holders()).singleElement()
			.satisfies((holder) -> assertThat(holder.site()).isEqualTo(method("leak")))
			.satisfies((holder) -> assertThat(holder.thread()).startsWith("pool-"));
	}

	@Test
	void connectionThatCameBackHasNoHolder() throws Exception {
		call(this.borrower::inner);
		assertThat(this.pool.look().holders()).isEmpty();
	}

	@Test
	void connectionWhoseMethodEndedIsLeaked() throws Exception {
		call(this.borrower::leak);
		assertThat(this.pool.lookAfter(LONG).remarks()).singleElement()
			.asString()
			.startsWith(method("leak") + " has leaked 1 connection, it is held for 31 s");
		assertThat(this.pool.leases().leaks()).isOne();
	}

	@Test
	void connectionIsNotLeakedBeforeTheThreshold() throws Exception {
		call(this.borrower::leak);
		assertThat(this.pool.lookAfter(Duration.ofSeconds(29)).leaked()).isZero();
	}

	@Test
	void leakIsCountedOnce() throws Exception {
		call(this.borrower::leak);
		this.pool.lookAfter(LONG);
		assertThat(this.pool.lookAfter(LONG).leaked()).isOne();
		assertThat(this.pool.leases().leaks()).isOne();
	}

	@Test
	void leakIsOverWhenTheConnectionComesBack() throws Exception {
		call(this.borrower::leak);
		this.pool.lookAfter(LONG);
		this.borrower.closeKept();
		assertThat(this.pool.look()).satisfies((holding) -> assertThat(holding.leaked()).isZero())
			.satisfies((holding) -> assertThat(holding.holders()).isEmpty());
	}

	@Test
	void connectionOfThreadThatEndedIsLeaked() throws Exception {
		call(this.borrower::open);
		this.caller.shutdown();
		this.caller.awaitTermination(10, TimeUnit.SECONDS);
		assertThat(this.pool.lookAfter(LONG).leaked()).isOne();
	}

	@Test
	void methodThatStillRunsHasLeakedNothing() throws Exception {
		Future<?> call = begin(() -> this.borrower.useFor(this.begun, this.end));
		assertThat(this.pool.lookAfter(LONG).leaked()).isZero();
		finish(call);
	}

	@Test
	void connectionThatWasHandedToTheCallerIsTheCallers() throws Exception {
		Future<?> call = begin(() -> this.borrower.useOpenedFor(this.begun, this.end));
		assertThat(this.pool.lookAfter(LONG)).satisfies((holding) -> assertThat(holding.leaked()).isZero())
			.satisfies((holding) -> assertThat(holding.holders()).extracting(Holder::site)
				.containsExactly(method("useOpenedFor")));
		finish(call);
	}

	@Test
	void connectionThatWasKeptForTheCallerIsNotLeakedWhileTheCallerRuns() throws Exception {
		Future<?> call = begin(() -> this.borrower.useKeptFor(this.begun, this.end));
		assertThat(this.pool.lookAfter(LONG).leaked()).isZero();
		finish(call);
	}

	@Test
	void threadThatWaitsWhereItLeakedBeforeHasLeaked() throws Exception {
		call(this.borrower::leak);
		call(this.borrower::leak);
		Future<?> third = this.caller.submit(() -> call(this.borrower::leak, "again"));
		awaitWaitingThread();
		Holding holding = this.pool.lookAfter(LONG);
		assertThat(holding.leaked()).isEqualTo(2);
		assertThat(holding.lock()).isNull();
		this.pool.pool().close();
		third.cancel(true);
	}

	@Test
	void threadThatWaitsWhileItHoldsAllConnectionsLocksThePool() throws Exception {
		try (Connection other = this.pool.getConnection()) {
			assertThat(other.isClosed()).isFalse();
		}
		this.pool.pool().setMaximumPoolSize(1);
		this.pool.pool().getHikariPoolMXBean().softEvictConnections();
		Future<?> nested = this.caller.submit(() -> call(this.borrower::outer, "nested"));
		awaitWaitingThread();
		assertThat(this.pool.look().lock()).satisfies((lock) -> assertThat(lock.requiredSize()).isEqualTo(2))
			.satisfies((lock) -> assertThat(lock.cycles())
				.containsExactly(method("outer") + " holds one and asks for one for " + method("inner")));
		this.pool.pool().close();
		nested.cancel(true);
	}

	// Each look finds every connection too old
	@Test
	void nobodyIsAccusedWhoGivesConnectionsBack() throws Exception {
		Future<?> busy = this.caller.submit(() -> call(this::borrowOften, "busy"));
		assertThat(Stream.generate(() -> this.pool.lookAfter(LONG).leaked()).limit(200)).containsOnly(0);
		busy.get();
		assertThat(this.pool.leases().leaks()).isZero();
		assertThat(this.pool.leases().nested().total()).isZero();
		assertThat(this.pool.look().holders()).isEmpty();
	}

	@Test
	void everyConnectionOfALargePoolIsNoted() throws SQLException {
		try (NotedPool large = new NotedPool(database, 40, NestedPolicy.OFF)) {
			Borrower holder = large.borrower();
			List<Connection> held = new ArrayList<>();
			assertThat(Stream.generate(() -> held.add(open(holder))).limit(40)).doesNotContain(false);
			assertThat(large.leases().open()).hasSize(40);
			held.get(7).close();
			assertThat(large.leases().open()).hasSize(39);
		}
	}

	@Test
	void connectionOfAnotherPoolIsNotNoted() throws SQLException {
		try (Connection plain = this.pool.interceptor().acquire(database.dataSource()::getConnection)) {
			assertThat(this.pool.look().holders()).isEmpty();
			assertThat(plain.isClosed()).isFalse();
		}
	}

	private void borrowOften() {
		assertThat(IntStream.range(0, 10_000).parallel().filter((call) -> borrow()).count()).isEqualTo(10_000);
	}

	private boolean borrow() {
		try {
			this.borrower.inner();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static Connection open(Borrower holder) {
		try {
			return holder.open();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitWaitingThread() {
		Awaitility.await().until(() -> this.pool.pool().getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
	}

	private Future<?> begin(Call call) throws InterruptedException {
		Future<?> result = this.caller.submit(() -> call(call, "begun"));
		this.begun.await();
		return result;
	}

	private void finish(Future<?> call) throws Exception {
		this.end.countDown();
		call.get();
	}

	private void call(Call call) throws Exception {
		Callable<Object> task = () -> call(call, "called");
		this.caller.submit(task).get();
	}

	private static Object call(Call call, Object result) throws Exception {
		call.run();
		return result;
	}

	private static String method(String name) {
		return Borrower.class.getName() + "." + name;
	}

	/**
	 * Of the application.
	 */
	private interface Call {

		void run() throws Exception;

	}

}

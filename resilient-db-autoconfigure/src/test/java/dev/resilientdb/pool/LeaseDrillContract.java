package dev.resilientdb.pool;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is told of those who hold the two connections of a pool, with real transactions.
 */
abstract class LeaseDrillContract {

	private static final String ORDERS = LeaseDrills.Orders.class.getName();

	private static final String AUDIT = LeaseDrills.Audit.class.getName();

	private static final String REPORTS = LeaseDrills.Reports.class.getName();

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final CountDownLatch begun = new CountDownLatch(2);

	private final CountDownLatch end = new CountDownLatch(1);

	private ConfigurableApplicationContext context;

	private WatchedPool pool;

	abstract TestDatabase database();

	/**
	 * With or without JPA.
	 */
	abstract TestApplication configure(TestApplication application);

	@AfterEach
	void stop() throws SQLException {
		this.end.countDown();
		reports().close();
		this.callers.shutdownNow();
		this.context.close();
	}

	@Test
	void leakingMethodIsNamedUntilItsConnectionComesBack() throws Exception {
		start();
		this.callers.submit(this::forget).get();
		awaitVerdictWithin(3, PoolVerdict.LEAKING);
		assertThat(report().evidence())
			.anySatisfy((sentence) -> assertThat(sentence).startsWith(REPORTS + ".forget has leaked 1 connection"));
		reports().close();
		this.pool.awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void leakThatFillsThePoolIsNamedRatherThanItsExhaustion() throws Exception {
		start();
		this.callers.submit(this::forget).get();
		this.callers.submit(this::forget).get();
		Future<?> waiting = this.callers.submit(this::forget);
		awaitVerdictWithin(4, PoolVerdict.LEAKING);
		assertThat(report().evidence()).contains("1 thread waits for a connection")
			.anySatisfy((sentence) -> assertThat(sentence).startsWith(REPORTS + ".forget has leaked 2 connections"));
		reports().close();
		waiting.get();
	}

	@Test
	void slowTransactionThatExhaustsThePoolIsNamed() throws Exception {
		start();
		Future<?> one = this.callers.submit(this::waitForAnotherSystem);
		Future<?> other = this.callers.submit(this::waitForAnotherSystem);
		this.begun.await();
		Future<?> waiting = this.callers.submit(this::read);
		awaitVerdictWithin(2, PoolVerdict.EXHAUSTED);
		assertThat(report().evidence()).contains(ORDERS + ".waitForAnotherSystem holds 2 connections");
		assertThat(report().holders()).extracting(Holder::transaction).containsOnly(ORDERS + ".waitForAnotherSystem");
		this.end.countDown();
		one.get();
		other.get();
		waiting.get();
		this.pool.awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void transactionThatDoesSomethingElseIsIdleAndLong() throws Exception {
		start();
		Future<?> call = this.callers.submit(this::waitForAnotherSystem);
		Awaitility.await()
			.untilAsserted(() -> assertThat(report().evidence())
				.anySatisfy((sentence) -> assertThat(sentence).startsWith(ORDERS + ".waitForAnotherSystem holds")
					.contains("without using it")
					.endsWith("its thread is in " + LeaseDrills.AnotherSystem.class.getName() + ".await"))
				.anySatisfy((sentence) -> assertThat(sentence)
					.startsWith("Transaction " + ORDERS + ".waitForAnotherSystem has lasted for")));
		assertThat(report().verdict()).isEqualTo(PoolVerdict.HEALTHY);
		this.end.countDown();
		call.get();
	}

	@Test
	void nestedTransactionsThatHoldAllConnectionsLockThePoolUntilTheyTimeOut() throws Exception {
		start();
		CyclicBarrier together = new CyclicBarrier(2);
		Future<?> one = this.callers.submit(() -> placeAndAudit(together));
		Future<?> other = this.callers.submit(() -> placeAndAudit(together));
		awaitVerdictWithin(2, PoolVerdict.POOL_LOCKED);
		assertThat(report().evidence())
			.contains("All 2 threads that hold connections wait for another one",
					ORDERS + ".placeAndAudit holds one and asks for one for " + AUDIT + ".write (2 times)")
			.anySatisfy((sentence) -> assertThat(sentence)
				.endsWith("give the pool 2 threads x (2 connections - 1) + 1 = 3 connections"));
		assertThat(List.of(outcome(one), outcome(other))).contains("timed out");
		this.pool.awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void transactionWithinATransactionIsNested() throws Exception {
		start();
		placeAndAudit(new CyclicBarrier(1));
		assertNested(AUDIT + ".write", ORDERS + ".placeAndAudit");
	}

	@Test
	void transactionOfListenerAfterCommitIsNested() throws SQLException {
		start();
		orders().placeAndTell();
		assertNested(AUDIT + ".onPlaced", ORDERS + ".placeAndTell");
	}

	@Test
	void plainConnectionWithinATransactionIsNested() throws SQLException {
		start();
		orders().placeAndReport(reports());
		assertNested(REPORTS + ".read", ORDERS + ".placeAndReport");
	}

	@Test
	void nestedTransactionIsRefused() throws SQLException {
		start("resilient-db.pool.nested-acquisition=fail");
		assertThatThrownBy(() -> placeAndAudit(new CyclicBarrier(1)))
			.hasRootCauseInstanceOf(NestedAcquisitionException.class)
			.rootCause()
			.hasMessageContainingAll(AUDIT + ".write", ORDERS + ".placeAndAudit");
	}

	@Test
	void transactionsAfterEachOtherAreNotNested() throws SQLException {
		start("resilient-db.pool.nested-acquisition=fail");
		this.context.getBean(LeaseDrills.Audit.class).write();
		reports().read();
		this.context.getBean(LeaseDrills.Audit.class).write();
		assertThat(report().nested()).isEmpty();
	}

	private void assertNested(String inner, String outer) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(report().nested()).contains(new NestedAcquisition(outer, inner, 1)));
	}

	private static String outcome(Future<?> call) throws InterruptedException {
		try {
			call.get();
			return "done";
		}
		catch (ExecutionException ex) {
			return "timed out";
		}
	}

	private Void forget() throws SQLException {
		reports().forget();
		return null;
	}

	private Void read() throws SQLException {
		reports().read();
		return null;
	}

	private Void waitForAnotherSystem() throws InterruptedException {
		orders().waitForAnotherSystem(this.begun, this.end);
		return null;
	}

	private Void placeAndAudit(CyclicBarrier together) throws Exception {
		orders().placeAndAudit(together);
		return null;
	}

	private LeaseDrills.Orders orders() {
		return this.context.getBean(LeaseDrills.Orders.class);
	}

	private LeaseDrills.Reports reports() {
		return this.context.getBean(LeaseDrills.Reports.class);
	}

	private PoolReport report() {
		return this.pool.report();
	}

	private void awaitVerdictWithin(int seconds, PoolVerdict verdict) {
		Callable<PoolVerdict> found = () -> report().verdict();
		Awaitility.await().atMost(seconds, TimeUnit.SECONDS).until(found, verdict::equals);
	}

	private void start(String... properties) throws SQLException {
		this.context = configure(TestApplication.on(database())).with(LeaseDrills.class)
			.withProperties("spring.datasource.hikari.maximum-pool-size=2",
					"spring.datasource.hikari.connection-timeout=5000", "resilient-db.pool.leak-threshold=1s",
					"resilient-db.pool.long-transaction-threshold=1s",
					"resilient-db.pool.idle-transaction-threshold=1s")
			.withProperties(properties)
			.start();
		this.pool = new WatchedPool(this.context);
		this.pool.borrow().close();
		this.pool.awaitEvidence("0 of 2 connections are in use, 1 are free");
	}

}

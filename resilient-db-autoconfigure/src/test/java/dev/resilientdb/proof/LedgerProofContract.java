package dev.resilientdb.proof;

import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.retry.RetryStatistics;
import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After thousands of orders with every fault at every JDBC call, the books hold what
 * callers were told: nothing is lost and nothing is doubled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerProofContract {

	@RegisterExtension
	static final TestDatabase archive = TestDatabase.h2();

	private static final Logger logger = LoggerFactory.getLogger(LedgerProofContract.class);

	private RunningBank bank;

	private History history;

	private Inspection inspection;

	abstract TestDatabase database();

	abstract ProductFaults product();

	List<Class<?>> configurations() {
		return List.of(Connections.Pooled.class);
	}

	/**
	 * Physical connections of the ledger.
	 */
	DataSource connections() {
		return database().dataSource();
	}

	List<Deed> deeds() {
		return Deed.without(Deed.Trait.ENTITIES);
	}

	int orders() {
		return 1500;
	}

	int threads() {
		return 8;
	}

	/**
	 * Settings of the server.
	 */
	void prepare() {
		// As it is
	}

	@BeforeAll
	final void makeHistory() {
		Premises premises = new Premises(database(), connections(), archive, product(), new ThreadFaults());
		prepare();
		this.bank = RunningBank.open(premises, configurations());
		Workload workload = Workload.random(orders(), threads(), deeds());
		long start = System.nanoTime();
		this.history = this.bank.run(workload, ThrowingCallable::call);
		long millis = (System.nanoTime() - start) / 1_000_000;
		this.inspection = Inspection.of(premises);
		logger.info("{}: {} ms, {}, {}", getClass().getSimpleName(), millis, this.history, calls());
	}

	@AfterAll
	final void stop() {
		this.bank.close();
	}

	@Test
	void eachOrderTookEffectAsItsCallerWasTold() {
		assertThat(this.inspection.wrongEntries(this.history)).as(this.history.toString()).isEmpty();
	}

	@Test
	void balancesAreTheSumsOfTheirEntries() {
		assertThat(this.inspection.wrongBalances(this.history)).as(this.history.toString()).isEmpty();
	}

	@Test
	void innerTransactionsTookEffectAtMostOnce() {
		assertThat(this.inspection.wrongInnerTransactions(this.history)).as(this.history.toString()).isEmpty();
	}

	@Test
	void everyCallIsCounted() {
		Calls calls = calls();
		assertThat(calls.calls()).as(this.history.toString())
			.isEqualTo(this.history.calls() + this.history.innerCalls());
		assertThat(calls.inert()).as(this.history.toString()).isEqualTo(this.history.innerCalls());
		assertThat(calls.ambiguous()).as(this.history.toString())
			.isEqualTo(this.history.told().getOrDefault(Told.UNKNOWN, 0L));
	}

	@Test
	void everyAnswerOccurs() {
		assertThat(this.history.told()).as(this.history.toString()).containsOnlyKeys(Told.values());
		assertThat(calls().recovered()).as(this.history.toString()).isPositive();
	}

	@Test
	void orderWithoutFaultThatNeedsNoLuckIsDone() {
		assertThat(this.history.answers()).filteredOn((answer) -> answer.deed() == Deed.BALANCE)
			.filteredOn((answer) -> answer.strikes().isEmpty())
			.as(this.history.toString())
			.isNotEmpty()
			.allSatisfy((answer) -> assertThat(answer.told()).isEqualTo(Told.DONE));
	}

	@Test
	void nothingStaysBoundToTheThread() {
		assertThat(this.history.answers()).as(this.history.toString())
			.allSatisfy((answer) -> assertThat(answer.leftovers()).isEmpty());
	}

	@Test
	void noConnectionIsLeaked() {
		assertThat(this.bank.context().getBeansOfType(HikariDataSource.class).values()).as(this.history.toString())
			.allSatisfy((pool) -> assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
	}

	private Calls calls() {
		return this.bank.context().getBean(RetryStatistics.class).summary().total();
	}

}

package dev.resilientdb.proof;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import com.zaxxer.hikari.HikariDataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ConfigurableApplicationContext;

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

	private ConfigurableApplicationContext context;

	private History history;

	private Inspection inspection;

	abstract TestDatabase database();

	abstract ProductFaults product();

	abstract List<Class<?>> configurations();

	List<Deed> deeds() {
		return Deed.without(Deed.Trait.ENTITIES);
	}

	int orders() {
		return 500;
	}

	int threads() {
		return 8;
	}

	void prepare() {
		// Nothing more than the tables
	}

	@BeforeAll
	final void makeHistory() {
		Premises premises = new Premises(database(), archive, product(), new ThreadFaults());
		premises.prepare();
		prepare();
		this.context = BankApplication.start(premises, configurations());
		Staff staff = this.context.getBean(Staff.class);
		long seed = Long.getLong("ledger.seed", ThreadLocalRandom.current().nextLong());
		Workload workload = new Workload(seed, orders() * Integer.getInteger("ledger.scale", 1), threads(), deeds());
		List<Answer> answers = workload.run(new Teller(staff, premises.faults(), ThrowingCallable::call));
		this.history = new History(seed, answers, answers.size() - staff.neverCalled(),
				this.context.getBean(Branch.class).entered());
		this.inspection = Inspection.of(database().dataSource(), archive.dataSource());
		logger.info("{}: {}, {}", getClass().getSimpleName(), this.history, calls());
	}

	@AfterAll
	final void stop() {
		this.context.close();
	}

	@Test
	void eachOrderTookEffectAsItsCallerWasTold() {
		assertThat(this.inspection.wrongEntries(this.history)).as(this.history.toString()).isEmpty();
	}

	@Test
	void balancesAreTheSumsOfTheirEntries() {
		assertThat(this.inspection.wrongBalances()).as(this.history.toString()).isEmpty();
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
		assertThat(this.context.getBeansOfType(HikariDataSource.class).values()).as(this.history.toString())
			.allSatisfy((pool) -> assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
	}

	private Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

}

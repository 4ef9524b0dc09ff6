package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.Refusal;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NestedAcquisitions}.
 */
class NestedAcquisitionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private NotedPool pool = new NotedPool(database, 5, NestedPolicy.WARN);

	private Borrower borrower = this.pool.borrower();

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void bothMethodsAreNamed() throws SQLException {
		this.borrower.outer();
		this.borrower.outer();
		assertThat(nested().seen()).containsExactly(new NestedAcquisition(method("outer"), method("inner"), 2));
		assertThat(nested().depth()).isEqualTo(2);
	}

	@Test
	void oneMethodCanTakeBoth() throws SQLException {
		this.borrower.both();
		assertThat(nested().seen()).containsExactly(new NestedAcquisition(method("both"), method("both"), 1));
	}

	@Test
	void connectionsAfterEachOtherAreNotNested() throws SQLException {
		this.borrower.inner();
		this.borrower.inner();
		assertThat(nested().total()).isZero();
	}

	@Test
	void connectionThatWasLeakedBeforeIsNotNested() throws SQLException {
		this.borrower.leak();
		this.borrower.leak();
		assertThat(nested().total()).isZero();
	}

	@Test
	void connectionThatAnotherThreadClosedIsNotHeld() throws Exception {
		Connection handed = this.borrower.open();
		ExecutorService other = Executors.newSingleThreadExecutor();
		other.submit(() -> {
			handed.close();
			return null;
		}).get();
		other.shutdown();
		this.borrower.inner();
		assertThat(nested().total()).isZero();
	}

	@Test
	void connectionThatIsTakenBeforeTheLastOneIsClosedLeavesNoHistory() throws SQLException {
		Connection first = this.pool.getConnection();
		Connection second = this.pool.getConnection();
		first.close();
		Connection third = this.pool.getConnection();
		second.close();
		Lease lease = this.pool.leases().stack().open();
		assertThat(lease.outer()).isNull();
		assertThat(nested().depth()).isEqualTo(2);
		third.close();
	}

	@Test
	void connectionsOfTwoPoolsAreNotNested() throws SQLException {
		try (NotedPool second = new NotedPool(database, 1, NestedPolicy.FAIL);
				Connection first = this.pool.getConnection()) {
			second.borrower().inner();
			assertThat(second.leases().nested().total()).isZero();
			assertThat(first.isClosed()).isFalse();
		}
	}

	@Test
	void nestedConnectionIsRefusedBeforeThePoolIsAsked() throws SQLException {
		start(NestedPolicy.FAIL);
		assertThatExceptionOfType(NestedAcquisitionException.class).isThrownBy(this.borrower::outer)
			.withMessageContainingAll(method("outer"), method("inner"), "dataSource",
					"resilient-db.pool.nested-acquisition=warn");
		assertThat(this.pool.pool().getHikariPoolMXBean().getTotalConnections()).isOne();
	}

	@Test
	void refusedConnectionIsNoFailureOfTheDatabase() {
		start(NestedPolicy.FAIL);
		assertThatExceptionOfType(NestedAcquisitionException.class).isThrownBy(this.borrower::outer)
			.isInstanceOf(Refusal.class);
	}

	@Test
	void threadGoesOnAfterRefusal() throws SQLException {
		start(NestedPolicy.FAIL);
		assertThatExceptionOfType(NestedAcquisitionException.class).isThrownBy(this.borrower::outer);
		this.borrower.inner();
		assertThat(this.pool.lookAfter(Duration.ofSeconds(1)).holders()).isEmpty();
	}

	@Test
	void nothingIsCountedWhenThatIsSwitchedOff() throws SQLException {
		start(NestedPolicy.OFF);
		this.borrower.outer();
		assertThat(nested().total()).isZero();
	}

	private void start(NestedPolicy policy) {
		this.pool.close();
		this.pool = new NotedPool(database, 5, policy);
		this.borrower = this.pool.borrower();
	}

	private NestedAcquisitions nested() {
		return this.pool.leases().nested();
	}

	private static String method(String name) {
		return Borrower.class.getName() + "." + name;
	}

}

package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariDataSource;

import dev.resilientdb.test.TestDatabase;

/**
 * A pool whose connections are noted, with a clock that the test sets. Each acquisition
 * is at another millisecond, so that every call site is found.
 */
final class NotedPool implements AutoCloseable {

	private final AtomicLong nanos = new AtomicLong();

	private final ApplicationCode code = new ApplicationCode();

	private final HikariDataSource pool;

	private final Leases leases;

	private final LeaseInterceptor interceptor;

	private final LeaseInspector inspector;

	NotedPool(TestDatabase database, int size, NestedPolicy nested) {
		this.pool = database.pool(size);
		this.leases = new Leases(new CallSites(this.code), new NestedAcquisitions("dataSource", nested),
				() -> this.nanos.addAndGet(1_000_000));
		this.interceptor = new LeaseInterceptor(this.leases, this.code);
		this.inspector = new LeaseInspector(this.leases, this.code,
				new LeaseThresholds(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5)),
				new LeaseLog("dataSource", () -> Instant.EPOCH));
	}

	Borrower borrower() {
		return new Borrower(this::getConnection);
	}

	Connection getConnection() throws SQLException {
		return this.interceptor.acquire(this.pool::getConnection);
	}

	LeaseInterceptor interceptor() {
		return this.interceptor;
	}

	Leases leases() {
		return this.leases;
	}

	HikariDataSource pool() {
		return this.pool;
	}

	void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	Holding look() {
		return this.inspector.look(new HikariPoolReader(this.pool).read(), Instant.EPOCH);
	}

	Holding lookAfter(Duration time) {
		pass(time);
		return look();
	}

	@Override
	public void close() {
		this.pool.close();
	}

}

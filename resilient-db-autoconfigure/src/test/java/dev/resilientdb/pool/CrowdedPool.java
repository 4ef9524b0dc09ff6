package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;

import dev.resilientdb.acquisition.AcquisitionInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool whose callers keep what they get until the test takes it from them.
 */
final class CrowdedPool implements AutoCloseable {

	private static final String NAME = "dataSource";

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final Queue<Connection> held = new ConcurrentLinkedQueue<>();

	private final AcquisitionCounts counts = new AcquisitionCounts();

	private final AcquisitionInterceptor interceptor = this.counts.create(NAME);

	private final HikariDataSource pool;

	CrowdedPool(HikariDataSource pool) {
		this.pool = pool;
	}

	HikariDataSource pool() {
		return this.pool;
	}

	Long handedOut() {
		return this.counts.of(NAME);
	}

	int waiting() {
		return figures().waiting();
	}

	/**
	 * Takes all connections, and has further callers wait.
	 */
	void crowd(int waiting) {
		int holders = this.pool.getMaximumPoolSize();
		call(holders);
		Awaitility.await().untilAsserted(() -> assertThat(this.held).hasSize(holders));
		queue(waiting);
	}

	/**
	 * Has callers wait.
	 */
	void queue(int waiting) {
		call(waiting);
		awaitWaiting(waiting);
	}

	private void call(int callers) {
		for (int caller = 0; caller < callers; caller++) {
			Future<?> unused = this.callers.submit(this::take);
		}
	}

	/**
	 * Gives one connection back, which goes to one of those who wait.
	 */
	void turnOver() throws SQLException {
		int waiting = waiting();
		this.held.remove().close();
		awaitWaiting(waiting - 1);
	}

	void awaitWaiting(int waiting) {
		Awaitility.await().untilAsserted(() -> assertThat(waiting()).isEqualTo(waiting));
	}

	/**
	 * Gives all connections back, those of callers who waited too.
	 */
	void leave() {
		Awaitility.await().untilAsserted(() -> {
			giveBack();
			assertThat(figures().active()).isZero();
		});
	}

	private void giveBack() throws SQLException {
		for (Connection connection = this.held.poll(); connection != null; connection = this.held.poll()) {
			connection.close();
		}
	}

	private Void take() throws SQLException {
		this.held.add(this.interceptor.acquire(this.pool::getConnection));
		return null;
	}

	PoolReport report(PoolVerdict verdict, Instant time) {
		return new PoolReport(NAME, verdict, time, time, List.of(), figures(), ProbeAnswer.none(time), List.of(),
				List.of());
	}

	private PoolFigures figures() {
		return new HikariPoolReader(this.pool).read();
	}

	@Override
	public void close() {
		this.callers.shutdownNow();
		this.pool.close();
	}

}

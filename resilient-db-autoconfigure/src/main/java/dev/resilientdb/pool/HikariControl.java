package dev.resilientdb.pool;

import java.time.Duration;
import java.util.function.LongConsumer;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.util.ConcurrentBag.IBagStateListener;

/**
 * A HikariCP pool.
 */
final class HikariControl implements PoolControl {

	private final HikariDataSource pool;

	HikariControl(HikariDataSource pool) {
		this.pool = pool;
	}

	@Override
	public PoolSetup setup() {
		int size = this.pool.getMaximumPoolSize();
		int idle = this.pool.getMinimumIdle();
		// Negative until the pool begins, when nobody set it
		return new PoolSetup(size, (idle >= 0) ? idle : size, Duration.ofMillis(this.pool.getConnectionTimeout()),
				Duration.ofMillis(this.pool.getValidationTimeout()), Duration.ofMillis(this.pool.getIdleTimeout()),
				Duration.ofMillis(this.pool.getMaxLifetime()), Duration.ofMillis(this.pool.getLeakDetectionThreshold()),
				Duration.ofMillis(this.pool.getKeepaliveTime()));
	}

	@Override
	public void apply(PoolSetup next) {
		PoolSetup current = setup();
		if (next.minimumIdle() != current.minimumIdle()) {
			this.pool.setMinimumIdle(next.minimumIdle());
		}
		if (next.maximumPoolSize() != current.maximumPoolSize()) {
			this.pool.setMaximumPoolSize(next.maximumPoolSize());
		}
		set(current.connectionTimeout(), next.connectionTimeout(), this.pool::setConnectionTimeout);
		set(current.validationTimeout(), next.validationTimeout(), this.pool::setValidationTimeout);
		set(current.idleTimeout(), next.idleTimeout(), this.pool::setIdleTimeout);
		set(current.maxLifetime(), next.maxLifetime(), this.pool::setMaxLifetime);
		set(current.leakDetectionThreshold(), next.leakDetectionThreshold(), this.pool::setLeakDetectionThreshold);
	}

	private static void set(Duration current, Duration next, LongConsumer setter) {
		if (!next.equals(current)) {
			setter.accept(next.toMillis());
		}
	}

	@Override
	public void resize(int maximumPoolSize) {
		if (this.pool.getMinimumIdle() > maximumPoolSize) {
			this.pool.setMinimumIdle(maximumPoolSize);
		}
		this.pool.setMaximumPoolSize(maximumPoolSize);
	}

	// HikariCP opens one connection when somebody begins to wait, and looks again after
	// half a minute
	@Override
	public void serveWaiting(int most) {
		HikariPoolMXBean bean = this.pool.getHikariPoolMXBean();
		if (bean instanceof IBagStateListener opener && !this.pool.isClosed()) {
			int waiting = bean.getThreadsAwaitingConnection();
			for (int opened = 0; opened < Math.min(most, waiting); opened++) {
				opener.addBagItem(waiting);
			}
		}
	}

	@Override
	public boolean evict() {
		HikariPoolMXBean bean = this.pool.getHikariPoolMXBean();
		if (bean == null || this.pool.isClosed()) {
			return false;
		}
		bean.softEvictConnections();
		return true;
	}

}

package dev.resilientdb.pool;

import java.time.Duration;

/**
 * What a HikariCP pool is set to, with its own names. Zero stands for never.
 */
record PoolSetup(int maximumPoolSize, int minimumIdle, Duration connectionTimeout, Duration validationTimeout,
		Duration idleTimeout, Duration maxLifetime, Duration leakDetectionThreshold, Duration keepaliveTime) {

	/**
	 * With another size. A pool never keeps more connections ready than it may have.
	 */
	PoolSetup withMaximumPoolSize(int size) {
		return new PoolSetup(size, Math.min(this.minimumIdle, size), this.connectionTimeout, this.validationTimeout,
				this.idleTimeout, this.maxLifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withMinimumIdle(int idle) {
		return new PoolSetup(this.maximumPoolSize, idle, this.connectionTimeout, this.validationTimeout,
				this.idleTimeout, this.maxLifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withConnectionTimeout(Duration timeout) {
		return new PoolSetup(this.maximumPoolSize, this.minimumIdle, timeout, this.validationTimeout, this.idleTimeout,
				this.maxLifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withValidationTimeout(Duration timeout) {
		return new PoolSetup(this.maximumPoolSize, this.minimumIdle, this.connectionTimeout, timeout, this.idleTimeout,
				this.maxLifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withIdleTimeout(Duration timeout) {
		return new PoolSetup(this.maximumPoolSize, this.minimumIdle, this.connectionTimeout, this.validationTimeout,
				timeout, this.maxLifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withMaxLifetime(Duration lifetime) {
		return new PoolSetup(this.maximumPoolSize, this.minimumIdle, this.connectionTimeout, this.validationTimeout,
				this.idleTimeout, lifetime, this.leakDetectionThreshold, this.keepaliveTime);
	}

	PoolSetup withLeakDetectionThreshold(Duration threshold) {
		return new PoolSetup(this.maximumPoolSize, this.minimumIdle, this.connectionTimeout, this.validationTimeout,
				this.idleTimeout, this.maxLifetime, threshold, this.keepaliveTime);
	}

	/**
	 * Whether connections that nobody uses are closed before they are old.
	 */
	boolean closesIdle() {
		return !this.idleTimeout.isZero() && this.minimumIdle < this.maximumPoolSize;
	}

}

package dev.resilientdb.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Has the size of every pool looked at again and again while the application runs, in one
 * thread of its own: whoever looks at the pools themselves never waits for it.
 */
final class SizeWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SizeWatch.class);

	private final PoolSizing sizing;

	private final SizeMonitors monitors;

	private final Duration interval;

	private @Nullable ScheduledThreadPoolExecutor looker;

	SizeWatch(PoolSizing sizing, SizeMonitors monitors, Duration interval) {
		this.sizing = sizing;
		this.monitors = monitors;
		this.interval = interval;
	}

	@Override
	public synchronized void start() {
		if (this.looker == null) {
			this.looker = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("resilient-db-size"));
			ScheduledFuture<?> unused = this.looker.scheduleWithFixedDelay(this::look, 0, this.interval.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.looker != null) {
			DaemonThreads.shutDown(this.looker);
			this.looker = null;
			this.sizing.close();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.looker != null;
	}

	// A task that throws is not scheduled again
	private void look() {
		try {
			this.sizing.look(this.monitors);
		}
		catch (RuntimeException | Error ex) {
			logger.debug("Data sources cannot be looked for", ex);
		}
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.migration.RunProgress.Step;

/**
 * Finds out whom one run of Flyway waits for, with a connection outside the pool. Safe
 * for use by the thread of the run and one that looks now and then. The run never waits
 * for a server that does not answer a look.
 */
final class LockObserver implements LockPatience {

	private static final Logger logger = LoggerFactory.getLogger(LockObserver.class);

	private static final int LAST_LOOK_SECONDS = 5;

	private final MigrationRun run;

	private final LockSettings settings;

	private final DataSource outside;

	private final LockReport report;

	private final ReentrantLock looking = new ReentrantLock();

	private @Nullable Connection connection;

	private @Nullable Object told;

	private volatile boolean closed;

	LockObserver(MigrationRun run, LockSettings settings, DataSource outside, LockReport report) {
		this.run = run;
		this.settings = settings;
		this.outside = outside;
		this.report = report;
	}

	@Override
	public @Nullable Duration left(Duration waited) {
		if (!waited.isZero() && Thread.currentThread().isInterrupted()) {
			throw LockTexts.interrupted(this.run);
		}
		Duration limit = this.settings.limit();
		if (limit.isZero()) {
			return null;
		}
		if (waited.compareTo(limit) >= 0) {
			throw exhausted(waited);
		}
		return limit.minus(waited);
	}

	private MigrationLockException exhausted(Duration waited) {
		MigrationLock lock = this.run.progress().lock();
		Step step = this.run.progress().step();
		if (lock == null && step != null) {
			lock = lastLook(step);
		}
		return LockTexts.exhausted(this.run, waited, (lock != null) ? lock.holders() : List.of());
	}

	private @Nullable MigrationLock lastLook(Step step) {
		CompletableFuture<@Nullable MigrationLock> look = new CompletableFuture<>();
		LockThread.of(() -> {
			this.looking.lock();
			try {
				look.complete(look(step));
			}
			finally {
				leave();
				look.complete(null);
			}
		}).start();
		return look.completeOnTimeout(null, LAST_LOOK_SECONDS, TimeUnit.SECONDS).join();
	}

	/**
	 * Looks whether the run waits for somebody, and tells it when that lasts.
	 */
	void look() {
		if (this.looking.tryLock()) {
			try {
				lookAround();
			}
			finally {
				leave();
			}
		}
	}

	private void lookAround() {
		Step step = this.run.progress().step();
		if (step == null || isTooEarly(step)) {
			this.report.clear();
			return;
		}
		MigrationLock lock = look(step);
		if (lock == null) {
			this.report.clear();
			return;
		}
		Duration waited = step.isLock() ? step.age() : Duration.between(lock.since(), Instant.now());
		if (!this.closed && waited.compareTo(this.settings.reportAfter()) >= 0) {
			this.report.show(step.kind(), lock);
			tell(step, lock, waited);
		}
	}

	// Who stands in a script's way is worth knowing before the script gives up
	private boolean isTooEarly(Step step) {
		return step.isLock() && step.age().compareTo(this.settings.lookAfter()) < 0;
	}

	private void tell(Step step, MigrationLock lock, Duration waited) {
		if (!step.equals(this.told) && this.settings.isTold()) {
			this.told = step;
			logger.warn("{}", LockTexts.waiting(this.run, step, lock, waited));
		}
	}

	private @Nullable MigrationLock look(Step step) {
		if (this.closed) {
			return null;
		}
		List<LockHolder> holders = holders(step);
		if (holders.isEmpty() && !step.isLock()) {
			this.run.progress().setLock(null);
			return null;
		}
		String waiter = step.isLock() ? this.run.history().qualifiedTable() : step.name();
		MigrationLock before = this.run.progress().lock();
		Instant since = (before != null && before.waiter().equals(waiter)) ? before.since()
				: Instant.now().minus(step.isLock() ? step.age() : Duration.ZERO);
		MigrationLock lock = new MigrationLock(waiter, since, holders);
		// The run may have gone on meanwhile
		if (!this.closed && Objects.equals(step, this.run.progress().step())) {
			this.run.progress().setLock(lock);
		}
		return lock;
	}

	private List<LockHolder> holders(Step step) {
		SessionDialect dialect = this.run.server().sessions();
		try {
			Connection current = connection();
			return step.isLock() ? dialect.lockHolders(current, step.name())
					: dialect.blockers(current, this.run.progress().sessions());
		}
		catch (SQLException ex) {
			logger.debug("Nobody tells whom Flyway waits for", ex);
			return List.of();
		}
	}

	private Connection connection() throws SQLException {
		Connection current = this.connection;
		if (current == null || current.isClosed()) {
			current = this.outside.getConnection();
			this.connection = current;
		}
		return current;
	}

	// Who closes meanwhile leaves the connection to whoever looks
	private void leave() {
		this.looking.unlock();
		if (this.closed) {
			disconnect();
		}
	}

	/**
	 * The run is over.
	 */
	void close() {
		this.closed = true;
		this.report.end();
		disconnect();
	}

	private void disconnect() {
		if (!this.looking.tryLock()) {
			return;
		}
		try {
			if (this.connection != null) {
				this.connection.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("Connection that looked for locks cannot be closed", ex);
		}
		finally {
			this.connection = null;
			this.looking.unlock();
		}
	}

}

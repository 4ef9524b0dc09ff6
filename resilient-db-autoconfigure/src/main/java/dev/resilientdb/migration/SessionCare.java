package dev.resilientdb.migration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Takes care of the sessions of every run: how long they wait, for whom, and that nobody
 * inherits what they have set.
 */
final class SessionCare implements RunParticipant {

	private static final long LOOK_MILLIS = 1000;

	private final DatabaseProducts products;

	private final MigrationReports reports;

	private final LockSettings lock;

	private final MigrationProperties.Session session;

	private final Map<MigrationRun, Watched> watched = new ConcurrentHashMap<>();

	SessionCare(DatabaseProducts products, MigrationReports reports, MigrationProperties properties) {
		this.products = products;
		this.reports = reports;
		this.lock = new LockSettings(properties.policies().of(AnomalyKind.LOCK_HELD), properties.lock().reportAfter(),
				properties.lock().timeout());
		this.session = properties.session();
	}

	@Override
	public void prepare(MigrationRun run) {
		SessionDialect dialect = run.server().sessions();
		DataSource outside = OutsideConnections.of(this.products, run.configuration().getDataSource());
		LockReport report = new LockReport(this.reports, run, this.lock.policy());
		LockObserver observer = new LockObserver(run, this.lock, outside, report);
		run.around((source) -> new RunSessions(source, dialect, run.progress(), observer));
		List<SessionSetting> limits = dialect.sessionSettings(this.session.lockTimeout(),
				this.session.statementTimeout());
		run.add(new SessionLimits(run, limits));
		run.waitForLock(this.lock.limit());
		this.watched.put(run, watch(observer));
	}

	private Watched watch(LockObserver observer) {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, LockThread::of);
		long pause = Math.min(LOOK_MILLIS, this.lock.reportAfter().toMillis());
		ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(observer::look, pause, pause,
				TimeUnit.MILLISECONDS);
		return new Watched(executor, observer);
	}

	@Override
	public void ended(MigrationRun run, @Nullable Throwable failure) {
		Watched over = this.watched.remove(run);
		if (over != null) {
			over.executor().shutdownNow();
			over.observer().close();
		}
	}

	private record Watched(ScheduledThreadPoolExecutor executor, LockObserver observer) {
	}

}

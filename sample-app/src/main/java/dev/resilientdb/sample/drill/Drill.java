package dev.resilientdb.sample.drill;

import java.sql.DatabaseMetaData;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

import dev.resilientdb.sample.RefusedException;

/**
 * Runs one drill at a time.
 */
@Component
class Drill {

	private final Semaphore floor = new Semaphore(1);

	private final Deadlocks deadlocks;

	private final DataSource dataSource;

	Drill(Deadlocks deadlocks, DataSource dataSource) {
		this.deadlocks = deadlocks;
		this.dataSource = dataSource;
	}

	DrillReport alone(DrillPlan plan) throws InterruptedException, MetaDataAccessException {
		return exclusively(
				() -> new DrillReport(database(), plan, this.deadlocks.provoke(Variant.WITH_RETRY, plan), null));
	}

	DrillReport compared(DrillPlan plan) throws InterruptedException, MetaDataAccessException {
		return exclusively(() -> {
			// Whoever runs first in a cold JVM would look slower than it is
			this.deadlocks.provoke(Variant.WITH_RETRY, plan.warmUp());
			return new DrillReport(database(), plan, this.deadlocks.provoke(Variant.WITH_RETRY, plan),
					this.deadlocks.provoke(Variant.WITHOUT_RETRY, plan));
		});
	}

	private DrillReport exclusively(Course course) throws InterruptedException, MetaDataAccessException {
		if (!this.floor.tryAcquire()) {
			throw RefusedException.busy("Another drill is running.");
		}
		try {
			return course.run();
		}
		finally {
			this.floor.release();
		}
	}

	private String database() throws MetaDataAccessException {
		return JdbcUtils.extractDatabaseMetaData(this.dataSource,
				(DatabaseMetaData metaData) -> metaData.getDatabaseProductName() + " "
						+ metaData.getDatabaseProductVersion());
	}

	private interface Course {

		DrillReport run() throws InterruptedException, MetaDataAccessException;

	}

}

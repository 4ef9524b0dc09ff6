package dev.resilientdb.migration;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the application waits for its schemas, and for how long. For one thread.
 */
final class WaitingRoom {

	private static final Logger logger = LoggerFactory.getLogger(WaitingRoom.class);

	private final ReadinessGate readiness;

	private final MigrationReports reports;

	private final Duration deadline;

	private volatile long end;

	WaitingRoom(ReadinessGate readiness, MigrationReports reports, Duration deadline) {
		this.readiness = readiness;
		this.reports = reports;
		this.deadline = deadline;
	}

	void open() {
		this.end = System.nanoTime() + this.deadline.toNanos();
	}

	boolean isOccupied() {
		return this.readiness.isClosed();
	}

	/**
	 * Keeps the gate closed, and tells once when it has been for too long.
	 */
	void look() {
		this.readiness.confirm();
		boolean late = isOccupied() && System.nanoTime() - this.end > 0;
		if (late && !this.reports.isOverdue()) {
			logger.error("After {} the schema does not fit yet, and the application takes no traffic. See the anomalies"
					+ " in dbhealth/migrations", this.deadline);
		}
		this.reports.overdue(late);
	}

}

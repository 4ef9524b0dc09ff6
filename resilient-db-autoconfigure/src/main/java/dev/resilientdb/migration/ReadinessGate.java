package dev.resilientdb.migration;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Keeps the application from taking traffic while one of its schemas does not fit. Safe
 * for use by several threads.
 */
final class ReadinessGate implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

	private static final Logger logger = LoggerFactory.getLogger(ReadinessGate.class);

	private final ApplicationContext context;

	private final Set<String> closedFor = ConcurrentHashMap.newKeySet();

	private volatile boolean wanted;

	private volatile @Nullable Thread speaker;

	ReadinessGate(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Whether somebody waits for a schema.
	 */
	boolean isClosed() {
		return !this.closedFor.isEmpty();
	}

	/**
	 * Takes over what a look at a schema has shown.
	 */
	void update(MigrationReport report) {
		String flyway = report.history().flyway();
		if (report.verdict().compareTo(MigrationVerdict.NOT_READY) >= 0) {
			if (this.closedFor.add(flyway)) {
				logger.warn("The application takes no traffic until the schema behind '{}' fits", flyway);
			}
		}
		else if (this.closedFor.remove(flyway) && !isClosed()) {
			logger.info("The schema behind '{}' fits", flyway);
			if (this.wanted) {
				AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
			}
		}
	}

	/**
	 * Says again that there is no traffic to be taken, whoever was heard last.
	 */
	void confirm() {
		if (this.wanted && isClosed()) {
			this.speaker = Thread.currentThread();
			AvailabilityChangeEvent.publish(this.context, ReadinessState.REFUSING_TRAFFIC);
			this.speaker = null;
		}
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
		if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			this.wanted = true;
			confirm();
		}
		else if (this.speaker != Thread.currentThread()) {
			this.wanted = false;
		}
	}

}

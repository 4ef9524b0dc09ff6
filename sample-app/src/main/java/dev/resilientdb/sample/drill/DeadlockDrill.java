package dev.resilientdb.sample.drill;

import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Compares callers that collide with and without another attempt.
 */
@Component
class DeadlockDrill {

	private final Floor floor;

	private final Deadlocks deadlocks;

	private final DatabaseName database;

	DeadlockDrill(Floor floor, Deadlocks deadlocks, DatabaseName database) {
		this.floor = floor;
		this.deadlocks = deadlocks;
		this.database = database;
	}

	DrillReport alone(DrillPlan plan) throws InterruptedException, MetaDataAccessException {
		return this.floor.exclusively(() -> new DrillReport(this.database.read(), plan,
				this.deadlocks.provoke(Variant.WITH_RETRY, plan), null));
	}

	DrillReport compared(DrillPlan plan) throws InterruptedException, MetaDataAccessException {
		return this.floor.exclusively(() -> {
			// Whoever runs first in a cold JVM would look slower than it is
			this.deadlocks.provoke(Variant.WITH_RETRY, plan.warmUp());
			return new DrillReport(this.database.read(), plan, this.deadlocks.provoke(Variant.WITH_RETRY, plan),
					this.deadlocks.provoke(Variant.WITHOUT_RETRY, plan));
		});
	}

}

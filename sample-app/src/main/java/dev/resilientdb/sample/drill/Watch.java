package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import dev.resilientdb.circuit.Availability;
import dev.resilientdb.circuit.DatabaseAvailability;
import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.Pools;

/**
 * Waits for what the library says of the pool.
 */
@Component
class Watch {

	private static final String DATA_SOURCE = "dataSource";

	private static final int PAUSE_MILLIS = 10;

	private final Pools pools;

	private final DatabaseAvailability availability;

	Watch(Pools pools, DatabaseAvailability availability) {
		this.pools = pools;
		this.availability = availability;
	}

	/**
	 * Waits until the database serves its callers.
	 * @return whether it does
	 */
	boolean awaitHealth(Duration patience) throws InterruptedException {
		return await(patience, () -> availability() == Availability.AVAILABLE);
	}

	/**
	 * Waits for a verdict in the background, from now on.
	 * @return that verdict, or the one that stands when patience is at its end
	 */
	Future<Finding> observe(PoolVerdict expected, Duration patience) {
		long begin = System.nanoTime();
		FutureTask<Finding> observation = new FutureTask<>(() -> {
			await(patience, () -> verdict() == expected);
			return new Finding(verdict(), Duration.ofNanos(System.nanoTime() - begin));
		});
		Thread observer = new Thread(observation, "drill-watch");
		observer.setDaemon(true);
		observer.start();
		return observation;
	}

	/**
	 * Waits until callers are refused, which follows a verdict on the database itself.
	 */
	void awaitRefusal(Duration patience) throws InterruptedException {
		await(patience, () -> availability() == Availability.DOWN);
	}

	/**
	 * What the present verdict rests on.
	 */
	List<String> evidence() {
		PoolReport report = this.pools.report(DATA_SOURCE);
		return (report != null) ? report.evidence() : List.of();
	}

	/**
	 * What can be expected of the database.
	 */
	Availability availability() {
		return this.availability.of(DATA_SOURCE);
	}

	private PoolVerdict verdict() {
		PoolReport report = this.pools.report(DATA_SOURCE);
		return (report != null) ? report.verdict() : PoolVerdict.UNKNOWN;
	}

	private static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
		long begin = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - begin > patience.toNanos()) {
				return false;
			}
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		return true;
	}

}

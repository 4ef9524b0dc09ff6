package dev.resilientdb.pool;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of a pool that is looked at for a day.
 */
class PoolMemoryTests {

	private static final int LOOKS_A_DAY = 24 * 60 * 60 * 2;

	private static final int LOOKS_A_CALLER = 100;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Test
	void aDayOfLooksKeepsLessThanOneMebibyte() {
		try (ConfigurableApplicationContext context = TestApplication.on(database)
			.withoutJpa()
			.withProperties("resilient-db.pool.sample-interval=1m")
			.start()) {
			new WatchedPool(context).awaitVerdict(PoolVerdict.UNINITIALISED);
			DataSource dataSource = context.getBean(DataSource.class);
			PoolMonitor monitor = context.getBean(Pools.class).monitor("dataSource", dataSource, () -> {
				throw new AssertionError("The pool is watched already");
			});
			look(monitor, dataSource, 1000);
			long before = usedMemory();
			look(monitor, dataSource, LOOKS_A_DAY);
			assertThat(usedMemory() - before).isLessThan(1024 * 1024);
		}
	}

	// Each caller comes in a thread of its own and never again
	private static void look(PoolMonitor monitor, DataSource dataSource, int times) {
		IntStream.range(0, times).forEach((i) -> {
			if (i % LOOKS_A_CALLER == 0) {
				call(dataSource);
			}
			monitor.sample();
		});
	}

	private static void call(DataSource dataSource) {
		Thread caller = new Thread(() -> {
			try {
				dataSource.getConnection().close();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
		caller.start();
		try {
			caller.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// What others leave behind meanwhile goes with one of the collections
	private static long usedMemory() {
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		return LongStream.range(0, 5).map((i) -> {
			System.gc();
			return memory.getHeapMemoryUsage().getUsed();
		}).min().orElseThrow();
	}

}

package dev.resilientdb.benchmark;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.Pools;

/**
 * Whether reading the reports of a pool some 10,000 times a second disturbs those who
 * compete for its single connection. In the other group somebody wakes up as often and
 * reads nothing.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class HealthReadBenchmark {

	// With what waking up takes, about 10,000 times a second
	private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(40);

	private ConfigurableApplicationContext context;

	private DataSource dataSource;

	private Pools pools;

	@Setup
	public void start() {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.url=jdbc:h2:mem:saturated", "spring.datasource.hikari.maximum-pool-size=1")
			.run();
		this.dataSource = this.context.getBean(DataSource.class);
		this.pools = this.context.getBean(Pools.class);
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

	@Benchmark
	@Group("read")
	@GroupThreads(4)
	public void borrowWhileRead() throws SQLException {
		this.dataSource.getConnection().close();
	}

	@Benchmark
	@Group("read")
	@GroupThreads(1)
	public List<PoolReport> reads() {
		LockSupport.parkNanos(PAUSE);
		return this.pools.reports();
	}

	@Benchmark
	@Group("unread")
	@GroupThreads(4)
	public void borrowUnread() throws SQLException {
		this.dataSource.getConnection().close();
	}

	@Benchmark
	@Group("unread")
	@GroupThreads(1)
	public void wakesUp() {
		LockSupport.parkNanos(PAUSE);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

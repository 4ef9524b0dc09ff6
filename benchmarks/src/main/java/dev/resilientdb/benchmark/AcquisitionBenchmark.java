package dev.resilientdb.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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

/**
 * What a closed circuit adds to taking a connection from HikariCP and giving it back, and
 * what Resilience4j's breaker would add by itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class AcquisitionBenchmark {

	private ConfigurableApplicationContext context;

	private ConfigurableApplicationContext withoutStarter;

	private DataSource closedCircuit;

	private DataSource bare;

	private CircuitBreaker breaker;

	@Setup
	public void start() {
		this.context = start("circuit", "resilient-db.enabled=true");
		this.closedCircuit = this.context.getBean(DataSource.class);
		this.withoutStarter = start("bare", "resilient-db.enabled=false");
		this.bare = this.withoutStarter.getBean(DataSource.class);
		this.breaker = CircuitBreaker.ofDefaults("bare");
	}

	private static ConfigurableApplicationContext start(String database, String property) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(property, "spring.main.banner-mode=off", "spring.datasource.url=jdbc:h2:mem:" + database)
			.run();
	}

	@TearDown
	public void stop() {
		this.context.close();
		this.withoutStarter.close();
	}

	@Benchmark
	public void bare() throws SQLException {
		this.bare.getConnection().close();
	}

	@Benchmark
	public void closedCircuit() throws SQLException {
		this.closedCircuit.getConnection().close();
	}

	@Benchmark
	public void resilience4j() throws SQLException {
		this.breaker.acquirePermission();
		long start = System.nanoTime();
		Connection connection = this.bare.getConnection();
		this.breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
		connection.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

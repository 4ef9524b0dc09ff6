package dev.resilientdb.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
 * What is added to taking a connection from HikariCP and giving it back, and what
 * Resilience4j's breaker would add by itself. The database is not asked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class AcquisitionBenchmark {

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private DataSource bare;

	private DataSource holders;

	private DataSource circuit;

	private DataSource everything;

	private CircuitBreaker breaker;

	@Setup
	public void start() {
		this.bare = start("bare", "resilient-db.enabled=false");
		this.holders = start("holders", "resilient-db.circuit.enabled=false");
		this.circuit = start("circuit", "resilient-db.pool.enabled=false");
		this.everything = start("everything", "resilient-db.enabled=true");
		this.breaker = CircuitBreaker.ofDefaults("bare");
	}

	private DataSource start(String database, String property) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties(property, "spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.url=jdbc:h2:mem:" + database)
			.run();
		this.contexts.add(context);
		return context.getBean(DataSource.class);
	}

	@TearDown
	public void stop() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	@Benchmark
	public void bare() throws SQLException {
		this.bare.getConnection().close();
	}

	@Benchmark
	public void holders() throws SQLException {
		this.holders.getConnection().close();
	}

	@Benchmark
	public void circuit() throws SQLException {
		this.circuit.getConnection().close();
	}

	@Benchmark
	public void everything() throws SQLException {
		this.everything.getConnection().close();
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

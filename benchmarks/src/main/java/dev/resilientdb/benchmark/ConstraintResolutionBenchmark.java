package dev.resilientdb.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.constraint.ConstraintViolation;
import dev.resilientdb.constraint.ConstraintViolationResolver;
import dev.resilientdb.failure.DatabaseProducts;

/**
 * What it costs to resolve a violated constraint beyond the exception itself, with the
 * catalogue in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class ConstraintResolutionBenchmark {

	private ConfigurableApplicationContext context;

	private ConstraintViolationResolver resolver;

	private RuntimeException duplicate;

	@Setup
	public void start() {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.url=jdbc:h2:mem:benchmark", "resilient-db.constraint.catalog.max-wait=10s")
			.run();
		this.resolver = this.context.getBean(ConstraintViolationResolver.class);
		this.duplicate = duplicate(this.context.getBean(JdbcTemplate.class));
		DatabaseProducts products = this.context.getBean(DatabaseProducts.class);
		while (products.product("dataSource") == null) {
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
		if (resolve() == null) {
			throw new IllegalStateException("The duplicate is not recognised");
		}
	}

	private static RuntimeException duplicate(JdbcTemplate jdbc) {
		jdbc.execute(
				"create table customer (id int primary key, email varchar(40), constraint uk_email unique (email))");
		jdbc.execute("insert into customer values (1, 'a')");
		try {
			jdbc.execute("insert into customer values (2, 'a')");
		}
		catch (DuplicateKeyException ex) {
			return ex;
		}
		throw new IllegalStateException("The duplicate was accepted");
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

	@Benchmark
	public @Nullable ConstraintViolation resolve() {
		return this.resolver.resolve(this.duplicate);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

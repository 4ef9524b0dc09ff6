package dev.resilientdb.benchmark;

import java.util.concurrent.TimeUnit;

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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What retry advice adds to a transactional call that succeeds at once, metrics included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class FirstAttemptBenchmark {

	private ConfigurableApplicationContext context;

	private ConfigurableApplicationContext withoutStarter;

	private Contenders.Bare bare;

	private Contenders.Bare notAnnotated;

	private Contenders.ResilientDb resilientDb;

	private Contenders.SpringRetry springRetry;

	private Contenders.SpringFramework springFramework;

	private Contenders.Resilience4j resilience4j;

	private int value;

	@Setup
	public void start() {
		this.context = start("resilient-db.enabled=true");
		this.notAnnotated = this.context.getBean(Contenders.Bare.class);
		this.resilientDb = this.context.getBean(Contenders.ResilientDb.class);
		this.withoutStarter = start("resilient-db.enabled=false");
		this.bare = this.withoutStarter.getBean(Contenders.Bare.class);
		this.springRetry = this.withoutStarter.getBean(Contenders.SpringRetry.class);
		this.springFramework = this.withoutStarter.getBean(Contenders.SpringFramework.class);
		this.resilience4j = this.withoutStarter.getBean(Contenders.Resilience4j.class);
	}

	private static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(Contenders.class).web(WebApplicationType.NONE)
			.properties(property, "spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
			.run();
	}

	@TearDown
	public void stop() {
		this.context.close();
		this.withoutStarter.close();
	}

	@Benchmark
	public int bare() {
		return this.bare.call(this.value++);
	}

	@Benchmark
	public int notAnnotated() {
		return this.notAnnotated.call(this.value++);
	}

	@Benchmark
	public int resilientDb() {
		return this.resilientDb.call(this.value++);
	}

	@Benchmark
	public int springRetry() {
		return this.springRetry.call(this.value++);
	}

	@Benchmark
	public int springFramework() {
		return this.springFramework.call(this.value++);
	}

	@Benchmark
	public int resilience4j() {
		return this.resilience4j.call(this.value++);
	}

}

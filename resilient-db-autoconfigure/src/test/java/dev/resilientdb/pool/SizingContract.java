package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of the size of an application's pool on a real server.
 */
abstract class SizingContract {

	private final TestDatabase database;

	private final String work;

	private ConfigurableApplicationContext context;

	/**
	 * Creates the contract.
	 * @param work a statement that lasts so long that callers wait however fast they are
	 */
	SizingContract(TestDatabase database, String work) {
		this.database = database;
		this.work = work;
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void nothingIsAdvisedToAFreshApplication() {
		start(TestApplication.on(this.database).withServer());
		awaitLimits();
		assertThat(advice()).isEmpty();
	}

	@Test
	void poolThatIsLargerThanTheServerAllowsIsAdvisedToBeSmaller() {
		start(application("spring.datasource.hikari.maximum-pool-size=1000"));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(advice()).extracting(Advice::id).containsExactly("pool-above-server-limit"));
		assertThat(advice().get(0).evidence()).contains("may have 1000 connections, while max_connections is");
	}

	@Test
	void sizeThatTheServerDoesNotAllowIsRefused() {
		start(application());
		awaitLimits();
		PoolSettings settings = this.context.getBean(PoolSettings.class);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings.change("pool.dataSource.maximum-pool-size", "1000"))
			.withMessageContaining("the server grants at most")
			.withMessageContaining("(max_connections)");
	}

	@Test
	void poolGrowsToTheBoundUnderLoadAndShrinksAfterIt() throws Exception {
		start(application("resilient-db.pool.autoscale.enabled=true", "resilient-db.pool.autoscale.max=5",
				"resilient-db.pool.autoscale.grow-after=200ms", "resilient-db.pool.autoscale.shrink-after=500ms",
				"spring.datasource.hikari.maximum-pool-size=2"));
		ExecutorService callers = Executors.newCachedThreadPool();
		AtomicBoolean load = new AtomicBoolean(true);
		List<Future<Void>> results = IntStream.range(0, 12)
			.mapToObj((caller) -> callers.submit(() -> workWhile(load)))
			.toList();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> size() == 5);
		load.set(false);
		callers.shutdown();
		assertThat(results).allSatisfy((result) -> assertThat(result.get()).isNull());
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> size() == 2);
		assertThat(resizes("grow")).isEqualTo(2);
		assertThat(resizes("shrink")).isEqualTo(2);
	}

	private Void workWhile(AtomicBoolean load) throws SQLException {
		DataSource dataSource = this.context.getBean(DataSource.class);
		while (load.get()) {
			try (Connection connection = dataSource.getConnection()) {
				connection.createStatement().execute(this.work);
			}
		}
		return null;
	}

	private double resizes(String direction) {
		return this.context.getBean(MeterRegistry.class)
			.get("resilientdb.pool.resizes")
			.tag("datasource", "dataSource")
			.tag("direction", direction)
			.functionCounter()
			.count();
	}

	private int size() {
		return this.context.getBean(HikariDataSource.class).getMaximumPoolSize();
	}

	private void awaitLimits() {
		Awaitility.await().untilAsserted(() -> {
			ServerReport report = this.context.getBean(PoolSizing.class).server("dataSource");
			assertThat(report).isNotNull().extracting(ServerReport::limits).isNotNull();
		});
	}

	private List<Advice> advice() {
		return this.context.getBean(PoolSizing.class).advice("dataSource");
	}

	private TestApplication application(String... properties) {
		return TestApplication.on(this.database).withoutJpa().withProperties(properties);
	}

	private void start(TestApplication application) {
		this.context = application.with(Meters.class).withProperties("resilient-db.pool.sample-interval=100ms").start();
	}

	@Configuration(proxyBeanMethods = false)
	static class Meters {

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

}

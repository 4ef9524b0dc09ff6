package dev.resilientdb.pool;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of pools whose server has no limits that can be read, and of data sources
 * without a pool.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownLimitsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void limitsOfH2AreUnknown() {
		start();
		awaitObstacle("dataSource");
		assertThat(this.context.getBean(PoolSizing.class).advice("dataSource")).isEmpty();
	}

	@Test
	void everyDataSourceHasItsOwnReport() {
		start(Archive.class);
		awaitObstacle("dataSource");
		awaitObstacle("archive");
		awaitObstacle("plain");
	}

	@Test
	void poolThatCannotGrowSaysWhyOnce(CapturedOutput output) {
		start(Archive.class);
		awaitObstacle("dataSource");
		awaitObstacle("plain");
		assertThat(output)
			.containsOnlyOnce("Pool of data source 'dataSource' keeps its size: H2 has no limits that an ordinary login"
					+ " can read")
			.containsOnlyOnce("Pool of data source 'plain' keeps its size: it is no HikariCP pool");
	}

	@Test
	void anySizeIsTakenWhereNoLimitIsKnown() {
		start();
		awaitObstacle("dataSource");
		this.context.getBean(PoolSettings.class).change("pool.dataSource.maximum-pool-size", "1000");
		assertThat(this.context.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(1000);
	}

	private void awaitObstacle(String dataSource) {
		Awaitility.await().untilAsserted(() -> {
			ServerReport report = this.context.getBean(PoolSizing.class).server(dataSource);
			assertThat(report).isNotNull()
				.extracting(ServerReport::obstacle)
				.isEqualTo("H2 has no limits that an ordinary login can read");
		});
	}

	private void start(Class<?>... configurations) {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.with(configurations)
			.withProperties("resilient-db.pool.sample-interval=100ms", "resilient-db.pool.autoscale.enabled=true",
					"resilient-db.pool.autoscale.max=5")
			.start();
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(1);
		}

		@Bean(defaultCandidate = false)
		DataSource plain() {
			return archiveDatabase.dataSource();
		}

	}

}

package dev.resilientdb.actuate;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

/**
 * What health, section and meters tell of pools.
 */
class PoolHealthTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void healthyPoolIsUp() throws SQLException {
		start(application());
		this.context.getBean(DataSource.class).getConnection().close();
		awaitHealth("UP", "HEALTHY");
		assertThat(this.actuator.json("health/dbPool")).extractingPath("$.details.max").isEqualTo(1);
	}

	@Test
	void poolThatNobodyAskedIsUpWhenItsDatabaseAnswers() {
		start(application());
		awaitHealth("UP", "UNINITIALISED");
	}

	@Test
	void exhaustedPoolIsUp() throws Exception {
		start(application());
		DataSource pool = this.context.getBean(DataSource.class);
		Thread waiting;
		try (Connection borrowed = pool.getConnection()) {
			waiting = new Thread(() -> borrow(pool));
			waiting.start();
			awaitHealth("UP", "EXHAUSTED");
			assertThat(this.actuator.json("dbhealth")).extractingPath("$.status").isEqualTo("CRITICAL");
		}
		waiting.join();
	}

	@Test
	void poolOfDeadDatabaseIsDown() {
		start(TestApplication.create()
			.withoutJpa()
			.withProperties("spring.datasource.url=jdbc:postgresql://127.0.0.1:"
					+ TestSocketUtils.findAvailableTcpPort() + "/none"));
		awaitHealth("DOWN", "DATABASE_DOWN");
		assertThat(this.actuator.json("dbhealth/pool")).extractingPath("$.dataSources.dataSource.evidence[0]")
			.asString()
			.contains("CONNECTION_REFUSED");
	}

	@Test
	void everyDataSourceHasItsOwnHealth() {
		start(application().with(Archive.class));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("health/dbPool")).extractingPath("$.components")
				.asMap()
				.containsOnlyKeys("dataSource", "archive"));
	}

	@Test
	void healthCanBeSwitchedOff() {
		start(application().withProperties("management.health.dbPool.enabled=false"));
		assertThat(this.actuator.get("health/dbPool").statusCode()).isEqualTo(404);
	}

	@Test
	void isNotThereWithoutDataSource() {
		start(TestApplication.create()
			.withProperties("spring.autoconfigure.exclude="
					+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
					+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
					+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"));
		assertThat(this.actuator.get("health/dbPool").statusCode()).isEqualTo(404);
	}

	@Test
	void roomCanBeSwitchedOff() {
		start(application().withProperties("resilient-db.pool.enabled=false"));
		assertThat(this.actuator.get("health/dbPool").statusCode()).isEqualTo(404);
		assertThat(this.actuator.get("dbhealth/pool").statusCode()).isEqualTo(404);
	}

	@Test
	void metersTellVerdictAndUtilization() throws SQLException {
		start(application());
		try (Connection borrowed = this.context.getBean(DataSource.class).getConnection()) {
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.actuator.get("prometheus").body()).contains(
						"resilientdb_pool_utilization{datasource=\"dataSource\"} 1.0",
						"resilientdb_pool_verdict{datasource=\"dataSource\",verdict=\"SATURATED\"} 1.0",
						"resilientdb_pool_verdict{datasource=\"dataSource\",verdict=\"HEALTHY\"} 0.0"));
		}
	}

	@Test
	void sectionTellsWhoHoldsConnections() throws SQLException {
		start(application());
		try (Connection borrowed = this.context.getBean(DataSource.class).getConnection()) {
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/pool"))
					.extractingPath("$.dataSources.dataSource.holders[0].site")
					.isEqualTo(PoolHealthTests.class.getName() + ".sectionTellsWhoHoldsConnections"));
		}
	}

	@Test
	void overviewTellsWhoHoldsConnectionsUnderPressureAlone() throws SQLException {
		start(application());
		this.context.getBean(DataSource.class).getConnection().close();
		awaitHealth("UP", "HEALTHY");
		assertThat(this.actuator.json("dbhealth")).doesNotHavePath("$.dataSources.dataSource.pool.holders");
		try (Connection borrowed = this.context.getBean(DataSource.class).getConnection()) {
			awaitHealth("UP", "SATURATED");
			assertThat(this.actuator.json("dbhealth")).hasPath("$.dataSources.dataSource.pool.holders[0]");
		}
	}

	@Test
	void poolSectionCountsNothing() {
		start(application().withProperties("management.endpoint.dbhealth.access=unrestricted"));
		assertThat(this.actuator.delete("dbhealth/pool").statusCode()).isEqualTo(400);
	}

	private static void borrow(DataSource pool) {
		try {
			pool.getConnection().close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitHealth(String status, String verdict) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("health/dbPool")).extractingPath("$")
				.asMap()
				.containsEntry("status", status)
				.extractingByKey("details")
				.asInstanceOf(MAP)
				.containsEntry("verdict", verdict));
	}

	private void start(TestApplication application) {
		this.context = application.withServer()
			.withProperties("management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always", "resilient-db.pool.sample-interval=100ms")
			.start();
		this.actuator = new Actuator(this.context);
	}

	private static TestApplication application() {
		return TestApplication.on(database)
			.withoutJpa()
			.withProperties("spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=30000");
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(1);
		}

	}

}

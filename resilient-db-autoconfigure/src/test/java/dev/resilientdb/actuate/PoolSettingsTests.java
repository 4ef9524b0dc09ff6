package dev.resilientdb.actuate;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.json.JsonContent;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator changes of pools while they run.
 */
@ExtendWith(OutputCaptureExtension.class)
class PoolSettingsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	private HikariDataSource pool;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.with(Archives.class)
			.withProperties("management.endpoints.web.exposure.include=dbhealth",
					"management.endpoint.dbhealth.access=unrestricted", "resilient-db.pool.sample-interval=100ms",
					"spring.datasource.hikari.minimum-idle=10")
			.start();
		this.actuator = new Actuator(this.context);
		this.pool = this.context.getBean("dataSource", HikariDataSource.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@ParameterizedTest
	@CsvSource({ "maximum-pool-size, 20, 20", "minimum-idle, 5, 5", "connection-timeout, 6s, 6000ms",
			"validation-timeout, 300, 300ms", "idle-timeout, 2m, 120000ms", "max-lifetime, 40m, 2400000ms",
			"leak-detection-threshold, 3s, 3000ms" })
	void changeIsAnsweredWithTheSettingsInForce(String setting, String value, String shown) {
		HttpResponse<String> response = this.actuator.change("pool.dataSource." + setting, value);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(value(response, "pool.dataSource." + setting)).isEqualTo(shown);
	}

	@Test
	void changeReachesThePool() {
		this.actuator.change("pool.dataSource.maximum-pool-size", "15");
		this.actuator.change("pool.dataSource.connection-timeout", "6s");
		assertThat(this.pool.getMaximumPoolSize()).isEqualTo(15);
		assertThat(this.pool.getConnectionTimeout()).isEqualTo(6000);
	}

	@Test
	void changeIsLoggedWithOldAndNewValue(CapturedOutput output) {
		this.actuator.change("pool.dataSource.maximum-pool-size", "15");
		assertThat(output).contains("Setting 'pool.dataSource.maximum-pool-size' is 15, was 10");
	}

	@Test
	void smallerPoolKeepsFewerConnectionsReady() {
		HttpResponse<String> response = this.actuator.change("pool.dataSource.maximum-pool-size", "4");
		assertThat(value(response, "pool.dataSource.minimum-idle")).isEqualTo("4");
	}

	@ParameterizedTest
	@CsvSource({ "maximum-pool-size, 0, maximum-pool-size must be at least 1",
			"maximum-pool-size, many, maximum-pool-size cannot be 'many'",
			"maximum-pool-size, 99999999999, maximum-pool-size cannot be '99999999999'",
			"minimum-idle, 11, minimum-idle must be between 0 and maximum-pool-size",
			"minimum-idle, -1, minimum-idle must be between 0 and maximum-pool-size",
			"connection-timeout, 249, connection-timeout must be between 250ms and 24 days",
			"connection-timeout, 0, connection-timeout must be between 250ms and 24 days",
			"connection-timeout, 5s, validation-timeout must be at least 250ms and shorter than connection-timeout",
			"validation-timeout, 30s, validation-timeout must be at least 250ms and shorter than connection-timeout",
			"validation-timeout, 1ms, validation-timeout must be at least 250ms and shorter than connection-timeout",
			"idle-timeout, 9s, idle-timeout must be 0 or at least 10s",
			"max-lifetime, 29s, max-lifetime must be 0 or at least 30s",
			"max-lifetime, 2m, max-lifetime must be longer than keepalive-time",
			"max-lifetime, 99999999999d, max-lifetime cannot be '99999999999d'",
			"leak-detection-threshold, 1s, leak-detection-threshold must be 0 or at least 2s",
			"leak-detection-threshold, 31m, leak-detection-threshold must not be longer than max-lifetime" })
	void valueThatHikariWouldNotStartWithIsRefused(String setting, String value, String reason) {
		String before = this.actuator.get("dbhealth/settings").body();
		HttpResponse<String> response = this.actuator.change("pool.dataSource." + setting, value);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(detail(response)).startsWith("'pool.dataSource." + setting + "' stays as it is: " + reason);
		assertThat(this.actuator.get("dbhealth/settings").body()).isEqualTo(before);
	}

	@Test
	void idleTimeoutMustFitIntoLifeOfConnectionsThatAreNotKeptReady() {
		this.actuator.change("pool.dataSource.minimum-idle", "2");
		HttpResponse<String> response = this.actuator.change("pool.dataSource.max-lifetime", "5m");
		assertThat(detail(response)).contains("idle-timeout must be at least 1s shorter than max-lifetime",
				"idle-timeout=600000ms, max-lifetime=300000ms");
	}

	@Test
	void evictionClosesIdleConnections() throws SQLException {
		JdbcConnection idle;
		try (Connection connection = this.pool.getConnection()) {
			idle = connection.unwrap(JdbcConnection.class);
		}
		assertThat(this.actuator.change("pool.dataSource.evict", "soft").statusCode()).isEqualTo(200);
		Awaitility.await().until(idle::isClosed);
	}

	@Test
	void evictionOfPoolThatNobodyAskedIsRefused() {
		assertThat(detail(this.actuator.change("pool.archive.v1.evict", "soft")))
			.contains("'archive.v1' has no connections to evict");
	}

	@Test
	void evictionTakesOneValueAlone() {
		assertThat(detail(this.actuator.change("pool.dataSource.evict", "hard"))).contains("the value 'soft' alone");
	}

	@Test
	void dataSourceWithDotsInItsNameIsChanged() {
		this.actuator.change("pool.archive.v1.maximum-pool-size", "3");
		assertThat(this.context.getBean("archive.v1", HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
		assertThat(this.pool.getMaximumPoolSize()).isEqualTo(10);
	}

	@Test
	void dataSourceWithoutPoolIsRefused() {
		HttpResponse<String> response = this.actuator.change("pool.plain.maximum-pool-size", "3");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(detail(response)).contains("data source 'plain' is no HikariCP pool");
	}

	@ParameterizedTest
	@CsvSource({ "pool.dataSource.keepalive-time", "pool.dataSource.password", "pool.dataSource.jdbc-url",
			"pool.none.maximum-pool-size", "pool.maximum-pool-size", "pool.", "pool.sample-interval", "nothing" })
	void unknownNameIsRefusedWithWhatCanBeChanged(String name) {
		HttpResponse<String> response = this.actuator.change(name, "1m");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(detail(response)).contains("'" + name + "'", "pool.dataSource.maximum-pool-size",
				"pool.archive.v1.evict");
	}

	@Test
	void thresholdOfTheWatchTakesEffect() throws SQLException {
		try (Connection borrowed = this.context.getBean("dataSource", DataSource.class).getConnection()) {
			assertThat(this.actuator.change("pool.warning-utilization", "0.05").statusCode()).isEqualTo(200);
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/pool"))
					.extractingPath("$.dataSources.dataSource.verdict")
					.isEqualTo("BUSY"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "pool.warning-utilization, 0.96, resilient-db.pool.warning-utilization must be above 0",
			"pool.critical-utilization, 0.5, resilient-db.pool.warning-utilization must be above 0",
			"pool.critical-utilization, much, resilient-db.pool.critical-utilization",
			"pool.critical-utilization, '', resilient-db.pool.critical-utilization must not be empty" })
	void thresholdThatMakesNoSenseIsRefused(String name, String value, String reason) {
		HttpResponse<String> response = this.actuator.change(name, value);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(detail(response)).startsWith(reason);
	}

	@Test
	void settingsTellNeitherLoginNorAddress() {
		assertThat(this.actuator.get("dbhealth/settings").body()).contains("pool.dataSource.maximum-pool-size")
			.doesNotContain("jdbc:", "password", "username");
	}

	private static String value(HttpResponse<String> response, String name) {
		JsonContent json = new JsonContent(response.body());
		return assertThat(json).extractingPath("$.values['" + name + "']").actual().toString();
	}

	private static String detail(HttpResponse<String> response) {
		JsonContent json = new JsonContent(response.body());
		return assertThat(json).extractingPath("$.detail").actual().toString();
	}

	@Configuration(proxyBeanMethods = false)
	static class Archives {

		@Bean(name = "archive.v1", defaultCandidate = false)
		HikariDataSource archive() {
			return notBegun();
		}

		// As Boot makes it: the pool begins with the first connection
		private static HikariDataSource notBegun() {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl(archiveDatabase.url());
			return pool;
		}

		@Bean(defaultCandidate = false)
		DataSource plain() {
			return archiveDatabase.dataSource();
		}

	}

}

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

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
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

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	private HikariDataSource pool;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.with(ArchivePools.class)
			.withProperties("management.endpoints.web.exposure.include=dbhealth",
					"management.endpoint.dbhealth.access=unrestricted",
					"resilient-db.pool.sample-interval=${test.sample-interval}", "test.sample-interval=100ms",
					"spring.datasource.hikari.minimum-idle=10")
			.start();
		this.actuator = new Actuator(this.context);
		this.pool = this.context.getBean("dataSource", HikariDataSource.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void everySettingIsChangedAndAnsweredWithTheSettingsInForce() {
		change("maximum-pool-size", "20");
		change("minimum-idle", "5");
		change("connection-timeout", "6s");
		change("validation-timeout", "300");
		change("idle-timeout", "2m");
		change("max-lifetime", "40m");
		HttpResponse<String> response = change("leak-detection-threshold", "3s");
		assertThat(new JsonContent(response.body())).extractingPath("$.values")
			.asMap()
			.containsEntry("pool.dataSource.maximum-pool-size", 20)
			.containsEntry("pool.dataSource.minimum-idle", 5)
			.containsEntry("pool.dataSource.connection-timeout", "6000ms")
			.containsEntry("pool.dataSource.validation-timeout", "300ms")
			.containsEntry("pool.dataSource.idle-timeout", "120000ms")
			.containsEntry("pool.dataSource.max-lifetime", "2400000ms")
			.containsEntry("pool.dataSource.leak-detection-threshold", "3000ms");
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
	void dataSourceWithDotsInItsNameIsChanged() {
		this.actuator.change("pool.archive.v1.maximum-pool-size", "3");
		assertThat(this.context.getBean("archive.v1", HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
		assertThat(this.pool.getMaximumPoolSize()).isEqualTo(10);
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

	private HttpResponse<String> change(String setting, String value) {
		return this.actuator.change("pool.dataSource." + setting, value);
	}

	private static String value(HttpResponse<String> response, String name) {
		JsonContent json = new JsonContent(response.body());
		return assertThat(json).extractingPath("$.values['" + name + "']").actual().toString();
	}

	private static String detail(HttpResponse<String> response) {
		JsonContent json = new JsonContent(response.body());
		return assertThat(json).extractingPath("$.detail").actual().toString();
	}

}

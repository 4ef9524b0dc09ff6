package dev.resilientdb.actuate;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.json.JsonContent;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator must not change of pools, and why.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RefusedPoolSettingsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@BeforeAll
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.with(ArchivePools.class)
			.withProperties("management.endpoints.web.exposure.include=dbhealth",
					"management.endpoint.dbhealth.access=unrestricted", "spring.datasource.hikari.minimum-idle=10")
			.start();
		this.actuator = new Actuator(this.context);
	}

	@AfterAll
	void stop() {
		this.context.close();
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
	void evictionOfPoolThatNobodyAskedIsRefused() {
		assertThat(detail(this.actuator.change("pool.archive.v1.evict", "soft")))
			.contains("'archive.v1' has no connections to evict");
	}

	@Test
	void evictionTakesOneValueAlone() {
		assertThat(detail(this.actuator.change("pool.dataSource.evict", "hard"))).contains("the value 'soft' alone");
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

	private static String detail(HttpResponse<String> response) {
		JsonContent json = new JsonContent(response.body());
		return assertThat(json).extractingPath("$.detail").actual().toString();
	}

}

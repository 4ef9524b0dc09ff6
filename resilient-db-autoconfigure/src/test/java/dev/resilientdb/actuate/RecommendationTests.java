package dev.resilientdb.actuate;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint recommends, and what it tells of the server.
 */
class RecommendationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void limitsOfTheServerAreShownWithThePool() {
		start();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/pool"))
				.extractingPath("$.dataSources.dataSource.server.limits[0]")
				.asMap()
				.containsEntry("name", "max_connections")
				.containsEntry("limit", 300)
				.containsEntry("reserved", 3)
				.containsKey("used"));
	}

	@Test
	void adviceOnThePoolIsShownWithItAndRecommended() {
		start("spring.datasource.hikari.maximum-pool-size=1000");
		Awaitility.await()
			.untilAsserted(() -> assertThat(ids("dbhealth/pool", "$.dataSources.dataSource.recommendations[*].id"))
				.isEqualTo(List.of("pool-above-server-limit", "pool-larger-than-callers")));
		assertThat(ids("dbhealth", "$.recommendations[*].id"))
			.isEqualTo(List.of("pool-above-server-limit", "pool-larger-than-callers"));
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.recommendations[0]")
			.asMap()
			.containsOnlyKeys("id", "severity", "title", "evidence", "action");
	}

	@Test
	void recommendationsOfAllRoomsStandTogetherWorstFirst() {
		start("spring.datasource.hikari.maximum-pool-size=1000");
		Accounts accounts = this.context.getBean(Accounts.class);
		accounts.create();
		accounts.deadlock();
		Awaitility.await()
			.untilAsserted(() -> assertThat(ids("dbhealth", "$.recommendations[*].id"))
				.isEqualTo(List.of("pool-above-server-limit", "deadlocks", "pool-larger-than-callers")));
	}

	@Test
	void nothingOfTheServerIsToldWhenItIsNotKnown() {
		this.context = application("spring.datasource.url=jdbc:h2:mem:unknown", "spring.datasource.username=sa",
				"spring.datasource.password=")
			.start();
		this.actuator = new Actuator(this.context);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/pool"))
				.extractingPath("$.dataSources.dataSource.server.unknown")
				.isEqualTo("H2 has no limits that an ordinary login can read"));
	}

	private Object ids(String path, String expression) {
		return assertThat(this.actuator.json(path)).extractingPath(expression).actual();
	}

	private void start(String... properties) {
		this.context = application(properties).with(Accounts.Bank.class).start();
		this.actuator = new Actuator(this.context);
	}

	private static TestApplication application(String... properties) {
		return TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.withProperties("management.endpoints.web.exposure.include=dbhealth",
					"resilient-db.pool.sample-interval=100ms")
			.withProperties(properties);
	}

}

package dev.resilientdb.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What health, section and meters tell of schemas.
 */
class MigrationHealthTests {

	private final TestDatabase database = TestDatabase.h2();

	@TempDir
	Path scripts;

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@BeforeEach
	void prepare() throws IOException {
		this.database.open();
		Files.writeString(this.scripts.resolve("V1__stock.sql"), "create table stock (id integer primary key)");
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.database.close();
	}

	@Test
	void soundSchemaIsUp() {
		start();
		assertThat(this.actuator.json("health/dbMigration")).extractingPath("$.status").isEqualTo("UP");
		assertThat(this.actuator.json("health/dbMigration")).extractingPath("$.details.current").isEqualTo("1");
	}

	@Test
	void schemaThatIsWaitedForIsOutOfService() {
		start("resilient-db.migration.mode=wait");
		assertThat(this.actuator.json("health/dbMigration")).extractingPath("$.status").isEqualTo("OUT_OF_SERVICE");
	}

	@Test
	void schemaThatIsWaitedForTooLongIsDown() {
		start("resilient-db.migration.mode=wait", "resilient-db.migration.waiting.interval=1s",
				"resilient-db.migration.waiting.deadline=0s");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("health/dbMigration")).extractingPath("$.status")
				.isEqualTo("DOWN"));
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.overdue").isEqualTo(true);
	}

	@Test
	void sectionTellsWhatIsPending() {
		start("resilient-db.migration.mode=validate");
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.dataSources.dataSource.verdict")
			.isEqualTo("NOT_READY");
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.dataSources.dataSource.pending[0]")
			.isEqualTo("V1__stock.sql");
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.dataSources.dataSource.anomalies[0].id")
			.isEqualTo("pending");
	}

	@Test
	void sectionTellsDurationsAndTheWayOut() {
		start();
		this.context.close();
		start("resilient-db.migration.mode=wait", "spring.flyway.locations=filesystem:" + this.scripts + "/none");
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.dataSources.dataSource.durations")
			.asMap()
			.containsOnlyKeys("V1__stock.sql");
		assertThat(this.actuator.json("dbhealth/migrations")).extractingPath("$.dataSources.dataSource.repairPlan")
			.asString()
			.contains("1. ");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource.migrations")
			.asMap()
			.doesNotContainKeys("durations", "repairPlan");
	}

	@Test
	void overviewAsksForAction() {
		start("resilient-db.migration.mode=validate");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.status").isEqualTo("CRITICAL");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.recommendations[*].id")
			.asArray()
			.contains("pending");
	}

	@Test
	void metersCountPendingMigrationsAndAnomalies() {
		start("resilient-db.migration.mode=validate");
		assertThat(this.actuator.get("prometheus").body()).contains(
				"resilientdb_migration_pending{flyway=\"flyway\"} 1.0",
				"resilientdb_migration_anomalies{flyway=\"flyway\"} 1.0");
	}

	@Test
	void applicationsWithoutFlywayHaveNoSuchSection() {
		start("spring.flyway.enabled=false");
		assertThat(this.actuator.get("dbhealth/migrations").statusCode()).isEqualTo(404);
		assertThat(this.actuator.get("health/dbMigration").statusCode()).isEqualTo(404);
	}

	private void start(String... properties) {
		this.context = TestApplication.on(this.database)
			.withoutJpa()
			.withServer()
			.withProperties("spring.flyway.enabled=true", "spring.flyway.locations=filesystem:" + this.scripts,
					"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always")
			.withProperties(properties)
			.start();
		this.actuator = new Actuator(this.context);
	}

}

package dev.resilientdb.actuate;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator sees of the servers' capabilities.
 */
class CapabilitySectionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.sqlite();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void showsWhatIsDeclaredAndObserved() {
		Actuator actuator = start(Archive.class);
		Awaitility.await().untilAsserted(() -> {
			assertThat(actuator.json("dbhealth/capabilities"))
				.extractingPath("$.dataSources.dataSource.capabilities.JSON_PATHS")
				.asMap()
				.containsEntry("support", "YES")
				.containsEntry("declared", "YES")
				.containsEntry("observed", "YES")
				.containsKey("meaning");
			assertThat(actuator.json("dbhealth/capabilities"))
				.extractingPath("$.dataSources.archive.capabilities.FOREIGN_KEYS")
				.asMap()
				.containsEntry("support", "YES")
				.containsEntry("declared", "PARTIAL");
		});
	}

	@Test
	void overviewHasTheVersionAlone() {
		Actuator actuator = start();
		Awaitility.await()
			.untilAsserted(() -> assertThat(actuator.json("dbhealth"))
				.extractingPath("$.dataSources.dataSource.capabilities.version")
				.asString()
				.startsWith("2.4"));
		assertThat(actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource.capabilities")
			.asMap()
			.containsOnlyKeys("version", "disagreements");
	}

	@Test
	void productThatNobodyKnowsIsToldSo() {
		Actuator actuator = start(NoDialect.class);
		Awaitility.await()
			.untilAsserted(() -> assertThat(actuator.json("dbhealth/capabilities"))
				.extractingPath("$.dataSources.dataSource.unknown")
				.isEqualTo("Nothing is known of the capabilities of H2"));
	}

	@Test
	void isAbsentWithTheRoom() {
		this.context = application().withProperties("resilient-db.capability.enabled=false").start();
		assertThat(new Actuator(this.context).get("dbhealth/capabilities").statusCode()).isEqualTo(404);
	}

	private Actuator start(Class<?>... configurations) {
		this.context = application().with(configurations).start();
		return new Actuator(this.context);
	}

	private static TestApplication application() {
		return TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.withProperties("management.endpoints.web.exposure.include=dbhealth");
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoDialect {

		@Bean
		String h2Dialect() {
			return "none";
		}

	}

}

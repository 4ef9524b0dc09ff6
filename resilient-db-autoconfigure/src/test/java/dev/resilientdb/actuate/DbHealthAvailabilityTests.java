package dev.resilientdb.actuate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * When {@code dbhealth} answers.
 */
class DbHealthAvailabilityTests {

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

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
	void isNotExposedByDefault() {
		assertThat(start(application()).get("dbhealth").statusCode()).isEqualTo(404);
	}

	@Test
	void isOffWithoutAccess() {
		Actuator actuator = start(exposed(application(), "management.endpoint.dbhealth.access=none"));
		assertThat(actuator.get("dbhealth").statusCode()).isEqualTo(404);
	}

	@Test
	void isOffByProperty() {
		Actuator actuator = start(exposed(application(), "resilient-db.actuate.enabled=false"));
		assertThat(actuator.get("dbhealth").statusCode()).isEqualTo(404);
	}

	@Test
	void lacksSectionOfRoomThatIsOff() {
		Actuator actuator = start(exposed(application(), "resilient-db.contention.enabled=false"));
		assertThat(actuator.get("dbhealth/failures").statusCode()).isEqualTo(200);
		assertThat(actuator.get("dbhealth/deadlocks").statusCode()).isEqualTo(404);
	}

	@Test
	void tellsDataSourcesApart() {
		Actuator actuator = start(exposed(application().with(Accounts.Bank.class, Archive.class)));
		Accounts accounts = this.context.getBean(Accounts.class);
		accounts.create();
		accounts.deadlock();
		assertThat(actuator.json("dbhealth/deadlocks")).extractingPath("$.dataSources.dataSource.last24h").isEqualTo(1);
		assertThat(actuator.json("dbhealth/deadlocks")).extractingPath("$.dataSources.archive.last24h").isEqualTo(0);
		assertThat(actuator.json("dbhealth/retries")).extractingPath("$.dataSources.archive.calls").isEqualTo(0);
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(actuator.json("dbhealth")).extractingPath("$.dataSources[*].product")
				.asArray()
				.containsExactly("H2", "H2"));
	}

	@Test
	void answersAtOnceWhilePoolIsExhausted() throws SQLException {
		Actuator actuator = start(exposed(application(), "spring.datasource.hikari.maximum-pool-size=1",
				"spring.main.lazy-initialization=true"));
		try (Connection borrowed = this.context.getBean(DataSource.class).getConnection()) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource")
					.asMap()
					.containsEntry("product", "H2"));
			assertAnswersAtOnce(actuator);
		}
	}

	@Test
	void answersAtOnceWhileDatabaseIsDown() {
		Actuator actuator = start(exposed(withoutDatabase()));
		assertAnswersAtOnce(actuator);
		Awaitility.await()
			.untilAsserted(() -> assertThat(actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource")
				.asMap()
				.containsEntry("product", null)
				.containsEntry("status", "DOWN"));
	}

	@Test
	void tellsThatDatabaseRefusesConnections() {
		Actuator actuator = start(exposed(withoutDatabase().with(Accounts.Bank.class)));
		Accounts accounts = this.context.getBean(Accounts.class);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> accounts.rename(1, "a"));
		assertThat(actuator.json("dbhealth/failures")).extractingPath("$.recent[0].kind")
			.isEqualTo("CONNECTION_REFUSED");
		Awaitility.await()
			.untilAsserted(() -> assertThat(actuator.json("dbhealth")).extractingPath("$.status").isEqualTo("DOWN"));
	}

	private static void assertAnswersAtOnce(Actuator actuator) {
		Awaitility.await()
			.atMost(AT_ONCE)
			.untilAsserted(() -> assertThat(actuator.get("dbhealth").statusCode()).isEqualTo(200));
	}

	private Actuator start(TestApplication application) {
		this.context = application.withServer().start();
		return new Actuator(this.context);
	}

	private static TestApplication application() {
		return TestApplication.on(database).withoutJpa();
	}

	private static TestApplication withoutDatabase() {
		return TestApplication.create()
			.withoutJpa()
			.withProperties(
					"spring.datasource.url=jdbc:postgresql://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort()
							+ "/none",
					"spring.datasource.hikari.initialization-fail-timeout=-1",
					"spring.datasource.hikari.connection-timeout=250", "resilient-db.retry.connection.delay=1ms");
	}

	private static TestApplication exposed(TestApplication application, String... properties) {
		return application.withProperties("management.endpoints.web.exposure.include=dbhealth")
			.withProperties(properties);
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(1);
		}

	}

}

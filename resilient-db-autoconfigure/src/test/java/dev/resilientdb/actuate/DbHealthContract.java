package dev.resilientdb.actuate;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.contention.DeadlockLog;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.retry.RetryStatistics;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an operator reads about every database while access is the default, read-only.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DbHealthContract {

	private static final String SECRET = "k7-planted-secret";

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	abstract TestDatabase database();

	abstract String product();

	@BeforeAll
	void start() {
		this.context = TestApplication.on(database())
			.withoutJpa()
			.withServer()
			.with(Accounts.Bank.class)
			.withProperties("management.endpoints.web.exposure.include=dbhealth,prometheus")
			.start();
		this.actuator = new Actuator(this.context);
		DatabaseProducts products = this.context.getBean(DatabaseProducts.class);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@BeforeEach
	void forget() {
		accounts().create();
		this.context.getBean(FailureLog.class).reset();
		this.context.getBean(DeadlockLog.class).reset();
		this.context.getBean(RetryStatistics.class).reset();
	}

	@Test
	void overviewNamesEveryDataSource() {
		assertThat(this.actuator.json("dbhealth")).extractingPath("$")
			.asMap()
			.containsOnlyKeys("status", "time", "dataSources", "alerts", "recommendations");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource")
			.asMap()
			.containsEntry("product", product())
			.containsEntry("status", "HEALTHY")
			.containsKeys("failures", "retries", "deadlocks");
	}

	@Test
	void overviewIsHealthyBeforeAnyFailure() {
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.status").isEqualTo("HEALTHY");
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.recommendations").asArray().isEmpty();
	}

	@Test
	void recommendsWhatToDoAboutDeadlocks() {
		accounts().deadlock();
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.recommendations[0]")
			.asMap()
			.containsOnlyKeys("id", "severity", "title", "evidence", "action")
			.containsEntry("id", "deadlocks")
			.containsEntry("severity", "MEDIUM");
	}

	@Test
	void retriesTellOfRecoveredDeadlock() {
		accounts().deadlock();
		assertThat(this.actuator.json("dbhealth/retries")).extractingPath("$")
			.asMap()
			.containsKeys("calls", "recovered", "exhausted", "ambiguous", "inert", "rejectedByBudget", "recoveryRate",
					"methods")
			.containsEntry("calls", 2)
			.containsEntry("exhausted", 0)
			.containsEntry("recoveryRate", 1.0);
		assertThat(this.actuator.json("dbhealth/retries")).extractingPath("$.methods['Accounts.transfer'].recovered")
			.isEqualTo(1);
	}

	@Test
	void retriesBelongToTheirDataSource() {
		accounts().deadlock();
		assertThat(this.actuator.json("dbhealth")).extractingPath("$.dataSources.dataSource.retries.recovered")
			.isEqualTo(1);
		assertThat(this.actuator.json("dbhealth/retries")).extractingPath("$.dataSources.dataSource.calls")
			.isEqualTo(2);
	}

	@Test
	void deadlocksTellWhoLost() {
		accounts().deadlock();
		assertThat(this.actuator.json("dbhealth/deadlocks")).extractingPath("$")
			.asMap()
			.containsKeys("last24h", "severity", "pairs", "advice")
			.containsEntry("last24h", 1)
			.containsEntry("severity", "MEDIUM");
		assertThat(this.actuator.json("dbhealth/deadlocks")).extractingPath("$.victims[0].method")
			.isEqualTo("Accounts.transfer");
		assertThat(this.actuator.json("dbhealth/deadlocks")).extractingPath("$.advice[0]")
			.asString()
			.contains("Accounts.transfer");
	}

	@Test
	void failuresTellWhatHappened() {
		accounts().deadlock();
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$")
			.asMap()
			.containsKeys("total", "perMinute", "byKind", "bySeverity", "recent")
			.containsEntry("total", 1)
			.containsEntry("perMinute", 1);
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$.byKind.DEADLOCK").isEqualTo(1);
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$.recent[0]")
			.asMap()
			.containsEntry("dataSource", "dataSource")
			.containsEntry("method", "Accounts.transfer")
			.containsEntry("product", product());
	}

	@Test
	void neitherMessagesNorValuesAreShown() {
		accounts().rename(1, SECRET);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> accounts().rename(2, SECRET))
			.withStackTraceContaining(SECRET);
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$.byKind.UNIQUE_VIOLATION").isEqualTo(1);
		assertThat(this.actuator.everything()).doesNotContain(SECRET, "update account", "owner =", "(owner", "(OWNER",
				database().url());
	}

	@Test
	void settingsTellWhatIsInForce() {
		assertThat(this.actuator.json("dbhealth/settings")).extractingPath("$.values")
			.asMap()
			.containsEntry("retry.max-attempts", 5)
			.containsEntry("retry.delay", "20ms")
			.containsEntry("retry.scope", "annotated");
		assertThat(this.actuator.json("dbhealth/settings")).extractingPath("$.changeable")
			.asArray()
			.contains("retry.max-attempts", "retry.deadline");
	}

	@Test
	void unknownSectionIsNotFound() {
		assertThat(this.actuator.get("dbhealth/weather").statusCode()).isEqualTo(404);
	}

	@Test
	void writesAreRefusedWhileAccessIsReadOnly() {
		assertThat(this.actuator.change("retry.max-attempts", "3").statusCode()).isEqualTo(405);
		assertThat(this.actuator.delete("dbhealth/failures").statusCode()).isEqualTo(405);
	}

	@Test
	void metersReachPrometheus() {
		accounts().deadlock();
		assertThat(this.actuator.get("prometheus").body()).contains(
				"resilientdb_retry_calls_total{method=\"Accounts.transfer\",outcome=\"recovered\"}",
				"resilientdb_retry_attempts_total{kind=\"DEADLOCK\",method=\"Accounts.transfer\"}",
				"resilientdb_retry_recovery_seconds_count{method=\"Accounts.transfer\"}",
				"resilientdb_failures_total{datasource=\"dataSource\",kind=\"DEADLOCK\",severity=\"",
				"resilientdb_deadlocks_total{datasource=\"dataSource\"}");
	}

	private Accounts accounts() {
		return this.context.getBean(Accounts.class);
	}

}

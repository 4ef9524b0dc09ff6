package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PostgresSessionTests extends SessionContract {

	private static final SessionFacts FACTS = new SessionFacts("current_setting('lock_timeout')", "5s",
			"current_setting('statement_timeout')", "7min",
			"select concat_ws(',', current_setting('lock_timeout'), current_setting('search_path'), current_user,"
					+ " current_setting('timezone'))",
			"""
					create schema other;
					set lock_timeout = '7s';
					set search_path = other;
					set timezone = 'Asia/Tokyo';
					select set_config('role', current_user, false);
					""");

	PostgresSessionTests() {
		super(TestDatabase.postgres(), FACTS);
	}

	@Test
	void runsAgainWhatLostOnlyTheRace() throws SQLException {
		this.scripts.with("V1__name.sql", "alter table stock add name varchar(20)");
		ConfigurableApplicationContext context = startBehindReader();
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(report(context).anomalies()).isEmpty();
	}

	@Test
	void runsNothingAgainThatCommitsByItself() {
		this.scripts.with("V1__name.sql",
				"insert into stock values (1); commit; alter table stock add name varchar(20)");
		assertThat(lostBehindReader()).hasMessageContaining("It is not run again");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isOne();
	}

	@Test
	void runsNothingAgainMoreOftenThanAllowed() {
		this.scripts.with("V1__name.sql", "alter table stock add name varchar(20)");
		assertThat(lostBehindReader("resilient-db.migration.session.attempts=1"))
			.hasMessageContaining("V1__name.sql lost the race for a lock: LOCK_TIMEOUT (PostgreSQL 55P03)")
			.hasMessageContaining("nothing of it has stayed");
	}

	@Test
	void limitsOutliveOwnCommitOfScript() {
		this.scripts.with("V1__seen.sql", "create table first (id integer); commit;"
				+ " create table seen as select current_setting('lock_timeout') as value");
		start();
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo("5s");
	}

	@Test
	void limitsOutliveOwnRollbackOfScript() {
		this.scripts.with("V1__seen.sql",
				"rollback; create table seen as select current_setting('lock_timeout') as value");
		start();
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo("5s");
	}

	@Test
	void limitOfScriptsOwnOutlivesItsCommit() {
		this.scripts.with("V1__seen.sql", "set lock_timeout = '7s'; commit;"
				+ " create table seen as select current_setting('lock_timeout') as value");
		start();
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo("7s");
	}

	@Test
	void limitsHoldForEachScriptOfGroup() {
		this.scripts.with("V1__first.sql",
				"create table first as select current_setting('lock_timeout') as value; set lock_timeout = '1h'");
		this.scripts.with("V2__second.sql", "create table second as select current_setting('lock_timeout') as value");
		start("spring.flyway.group=true");
		assertThat(jdbc().queryForList("select value from first union all select value from second", String.class))
			.containsExactly("5s", "5s");
	}

	@Test
	void limitTighterThanWantedIsKept() {
		this.scripts.with("V1__seen.sql", "create table seen as select current_setting('lock_timeout') as value");
		start("spring.datasource.hikari.connection-init-sql=set lock_timeout = '3s'");
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo("3s");
	}

	@Test
	void waitsForOthersWhileItBuildsIndexConcurrently(CapturedOutput output) throws SQLException {
		jdbc().execute("create table stock (id integer primary key)");
		this.scripts.with("V1__index.sql", "create index concurrently stock_id on stock (id)");
		try (Connection writer = database().dataSource().getConnection()) {
			writer.setAutoCommit(false);
			writer.createStatement().execute("insert into stock values (1)");
			CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
				.supplyAsync(() -> start("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
						"resilient-db.migration.policy.unknown-schema=warn",
						"spring.flyway.postgresql.transactional-lock=false",
						"resilient-db.migration.lock.report-after=1s",
						"resilient-db.migration.session.lock-timeout=100ms"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> output.getOut().contains("lock-held (V1__index.sql)"));
			writer.rollback();
			assertThat(report(start.join()).anomalies()).isEmpty();
		}
	}

	@Test
	void ownLockOfFlywayInTheWayOfIndexIsNamed(CapturedOutput output) {
		jdbc().execute("create table stock (id integer primary key)");
		this.scripts.with("V1__index.sql", "create index concurrently stock_id on stock (id)");
		CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
			.supplyAsync(() -> start("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
					"resilient-db.migration.policy.unknown-schema=warn", "resilient-db.migration.lock.report-after=1s",
					"resilient-db.migration.session.statement-timeout=4s",
					"resilient-db.migration.lint.enabled=false"));
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(start::isDone);
		assertThat(start).isCompletedExceptionally();
		assertThat(output.getOut()).contains("Set spring.flyway.postgresql.transactional-lock=false");
	}

	@Test
	void reportAdvisesNobodyToEndTheLockOfFlywayItself() {
		jdbc().execute("create table stock (id integer primary key)");
		this.scripts.with("V1__index.sql", "create index concurrently stock_id on stock (id)");
		CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
			.supplyAsync(() -> start(application("spring.flyway.baseline-on-migrate=true",
					"spring.flyway.baseline-version=0", "resilient-db.migration.policy.unknown-schema=warn",
					"resilient-db.migration.lock.report-after=1s",
					"resilient-db.migration.session.statement-timeout=6s", "resilient-db.migration.lint.enabled=false")
				.with(SeenReports.class)));
		Anomaly held = Awaitility.await().atMost(Duration.ofSeconds(60)).until(SeenReports::held, Objects::nonNull);
		assertThat(held.evidence()).contains("Flyway's own");
		assertThat(held.advice()).contains("spring.flyway.postgresql.transactional-lock=false")
			.doesNotContain("end it on the server");
		assertThat(start).failsWithin(Duration.ofSeconds(60));
	}

	@Configuration(proxyBeanMethods = false)
	static class SeenReports {

		static final AtomicReference<MigrationReports> CURRENT = new AtomicReference<>();

		SeenReports(MigrationReports reports) {
			CURRENT.set(reports);
		}

		static Anomaly held() {
			MigrationReports reports = CURRENT.get();
			MigrationReport report = (reports != null) ? reports.of("flyway") : null;
			return (report != null) ? report.anomalies()
				.stream()
				.filter((anomaly) -> anomaly.kind() == AnomalyKind.LOCK_HELD)
				.findFirst()
				.orElse(null) : null;
		}

	}

}

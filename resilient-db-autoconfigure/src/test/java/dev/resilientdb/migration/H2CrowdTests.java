package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that come to an H2 file while another one is in the middle of a migration.
 * Flyway locks the rows of the history, of which an empty one has none.
 */
class H2CrowdTests extends MigrationContract {

	private static final Duration BOUND = Duration.ofSeconds(60);

	private static final String PATIENT = "spring.flyway.init-sqls=set lock_timeout 120000";

	private static final String SCRIPT = "create table stock (id integer primary key); insert into stock values (1);"
			+ " update other.gate set id = 2; insert into stock values (2)";

	H2CrowdTests() {
		super(TestDatabase.h2File());
	}

	@BeforeEach
	void gate() {
		jdbc().execute("create schema other");
		jdbc().execute("create table other.gate (id integer primary key)");
		jdbc().execute("insert into other.gate values (1)");
	}

	@Test
	void waitsUntilTheMigrationIsOver() throws SQLException {
		this.scripts.with("V1__price.sql", "create table price (id integer primary key)");
		start().close();
		this.scripts.with("V2__stock.sql", SCRIPT);
		CompletableFuture<ConfigurableApplicationContext> first;
		CompletableFuture<ConfigurableApplicationContext> second;
		try (Connection holder = shut()) {
			first = CompletableFuture.supplyAsync(() -> start(PATIENT));
			Awaitility.await().atMost(BOUND).until(() -> waiting() == 1);
			second = CompletableFuture.supplyAsync(() -> start(PATIENT));
			Awaitility.await().atMost(BOUND).until(() -> waiting() == 2);
			holder.rollback();
		}
		assertThat(report(first.join()).current()).isEqualTo("2");
		assertThat(report(second.join()).current()).isEqualTo("2");
		assertAppliedOnce();
	}

	private void assertAppliedOnce() {
		assertThat(jdbc().queryForList("select id from stock order by id", Integer.class)).containsExactly(1, 2);
	}

	private Connection shut() throws SQLException {
		Connection holder = database().dataSource().getConnection();
		holder.setAutoCommit(false);
		try (Statement statement = holder.createStatement()) {
			statement.execute("update other.gate set id = 3");
		}
		return holder;
	}

	private Integer waiting() {
		return jdbc().queryForObject("select count(*) from information_schema.sessions where blocker_id is not null",
				Integer.class);
	}

}

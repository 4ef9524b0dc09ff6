package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

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

}

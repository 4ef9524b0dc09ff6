package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbSessionTests extends SessionContract {

	private static final SessionFacts FACTS = new SessionFacts("@@lock_wait_timeout", "5", "@@max_statement_time",
			"420.000000",
			"select concat_ws(',', @@lock_wait_timeout, @@innodb_lock_wait_timeout, @@sql_mode, @@foreign_key_checks,"
					+ " @@autocommit, @@time_zone, @mark)",
			"""
					set lock_wait_timeout = 7;
					set sql_mode = 'ANSI';
					set foreign_key_checks = 0;
					set autocommit = 0;
					set time_zone = '+09:00';
					set @mark = 'mark';
					""");

	MariaDbSessionTests() {
		super(TestDatabase.mariaDb(), FACTS);
	}

	@Test
	void limitTighterThanWantedIsKept() {
		this.scripts.with("V1__seen.sql", "create table seen as select @@lock_wait_timeout as value");
		start("spring.datasource.hikari.connection-init-sql=set session lock_wait_timeout = 0");
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo("0");
	}

	@Test
	void runsNothingAgainThatMayHaveStayed() {
		this.scripts.with("V1__name.sql", "insert into stock values (1); alter table stock add name varchar(20)");
		assertThat(lostBehindReader()).hasMessageContaining("V1__name.sql lost the race for a lock: LOCK_TIMEOUT")
			.hasMessageContaining("It is not run again");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isOne();
	}

}

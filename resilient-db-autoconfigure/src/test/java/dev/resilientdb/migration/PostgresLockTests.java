package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresLockTests extends LockContract {

	PostgresLockTests() {
		super(TestDatabase.postgres(), LockOfFlyway.POSTGRES);
	}

	@Test
	void ownSessionsOfTheRunAreEndedByNoAdvice() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		MigrationLockException ex = lockedOut(
				"spring.datasource.hikari.connection-init-sql="
						+ LockOfFlyway.POSTGRES.sql("").replace("lock(", "lock_shared("),
				"resilient-db.migration.lock.report-after=100ms", "resilient-db.migration.lock.timeout=1s");
		List<String> own = Pattern.compile("session (\\d+)[^;]+\\(Flyway's own")
			.matcher(ex.getMessage())
			.results()
			.map((session) -> session.group(1))
			.toList();
		assertThat(own).isNotEmpty();
		assertThat(new MigrationLockFailureAnalyzer().analyze(ex).getAction()).contains("end its session on the server")
			.doesNotContain(own);
	}

	@Override
	String seen(Connection holder) {
		return "behind session " + database().session(holder) + " of PostgreSQL JDBC Driver (127.0.0.1), idle in"
				+ " transaction since";
	}

}

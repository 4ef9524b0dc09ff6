package dev.resilientdb.migration;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresPoolSizeTests extends PoolSizeContract {

	PostgresPoolSizeTests() {
		super(TestDatabase.postgres(), 2);
	}

	@Test
	void refusesOneConnection() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		MigrationRefusedException refusal = refusal("spring.datasource.hikari.maximum-pool-size=1");
		assertThat(analysis(refusal).getDescription())
			.contains("The pool may have 1 connection, and Flyway needs 2 at once");
		assertThat(analysis(refusal).getAction()).contains("maximum-pool-size to at least 2", "spring.flyway.url");
	}

	@Test
	void flywayAloneWaitsInVainForItsSecondConnection() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (HikariDataSource pool = database().owner().pool(1, Duration.ofMillis(500))) {
			assertThatExceptionOfType(FlywayException.class).isThrownBy(flyway(pool)::migrate);
		}
	}

	@Test
	void oneConnectionIsEnoughWhenTheLockIsThatOfTheSession() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		assertThat(report(start("spring.datasource.hikari.maximum-pool-size=1",
				"spring.flyway.postgresql.transactional-lock=false"))
			.current()).isEqualTo("1");
	}

}

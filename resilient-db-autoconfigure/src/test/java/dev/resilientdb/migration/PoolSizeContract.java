package dev.resilientdb.migration;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pools that are just large enough for Flyway, and one smaller.
 */
abstract class PoolSizeContract extends MigrationContract {

	private static final String SIZE = "spring.datasource.hikari.maximum-pool-size=";

	private final int needed;

	PoolSizeContract(TestDatabase database, int needed) {
		super(database);
		this.needed = needed;
	}

	@Test
	void migratesWithAsManyConnectionsAsFlywayNeeds() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		assertThat(report(start(SIZE + this.needed)).current()).isEqualTo("1");
	}

	@Test
	void migratesWithOneMoreForCallbacks() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("beforeMigrate__look.sql", "select 1");
		assertThat(report(start(SIZE + (this.needed + 1))).current()).isEqualTo("1");
	}

	@Test
	void refusesPoolWithoutConnectionForCallbacks() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("beforeMigrate__look.sql", "select 1");
		assertThat(refusal(SIZE + this.needed)).hasMessageContaining("pool-too-small (dataSource)");
	}

	@Test
	void migratesWithAsManyConnectionsAsTheRefusalNames() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("beforeMigrate__look.sql", "select 1");
		Matcher size = Pattern.compile("maximum-pool-size to at least (\\d+)")
			.matcher(anomaly(refusal(SIZE + this.needed)).advice());
		assertThat(size.find()).isTrue();
		assertThat(report(start(SIZE + size.group(1))).current()).isEqualTo("1");
	}

	@Test
	void migratesWithConnectionsOfItsOwn() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("beforeMigrate__look.sql", "select 1");
		assertThat(anomaly(refusal(SIZE + this.needed)).advice()).contains("spring.flyway.url");
		ConfigurableApplicationContext context = start(SIZE + this.needed, "spring.flyway.url=" + database().url(),
				"spring.flyway.user=" + database().username(), "spring.flyway.password=" + database().password());
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void flywayAloneWaitsInVainForConnectionForCallbacks() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("beforeMigrate__look.sql", "select 1");
		try (HikariDataSource pool = database().owner().pool(this.needed, Duration.ofMillis(500))) {
			assertThatExceptionOfType(FlywayException.class).isThrownBy(flyway(pool)::migrate);
		}
	}

	Flyway flyway(HikariDataSource pool) {
		String location = this.scripts.location().replaceFirst("[^=]*=", "");
		return Flyway.configure().dataSource(pool).locations(location).load();
	}

}

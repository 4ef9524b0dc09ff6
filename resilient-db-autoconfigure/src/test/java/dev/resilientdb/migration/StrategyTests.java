package dev.resilientdb.migration;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with a migration strategy of their own.
 */
class StrategyTests extends MigrationContract {

	StrategyTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void script() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
	}

	@Test
	void strategyOfTheApplicationMigratesUnderTheGuard() {
		assertThat(report(start(application().with(Plain.class))).current()).isEqualTo("1");
		this.scripts.with("V1__stock.sql", "select 1");
		assertThat(anomaly(refusal(application().with(Plain.class))).id()).isEqualTo("checksum-mismatch");
	}

	@Test
	void strategyThatRepairsFirstIsTakenAtItsWord() {
		start().close();
		this.scripts.with("V1__stock.sql", "select 1");
		ConfigurableApplicationContext context = start(application().with(Repairing.class));
		assertThat(anomaly(context).id()).isEqualTo("repaired-history");
	}

	@Test
	void strategyThatRepairsDoesNotWhereTheApplicationOnlyValidates() {
		start().close();
		this.scripts.with("V1__stock.sql", "select 1");
		MigrationRefusedException refusal = refusal(
				application("resilient-db.migration.mode=validate").with(Repairing.class));
		assertThat(anomaly(refusal).id()).isEqualTo("checksum-mismatch");
	}

	@Test
	void strategyThatCleansFirstIsStoppedInProduction() {
		start().close();
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal(application("spring.flyway.clean-disabled=false").with(Cleaning.class)));
		assertThat(anomaly.id()).isEqualTo("clean-enabled");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void developerMayCleanAndMigrate() {
		start().close();
		jdbc().execute("insert into stock values (1)");
		ConfigurableApplicationContext context = start(
				application("spring.flyway.clean-disabled=false", "resilient-db.migration.preset=development")
					.with(Cleaning.class));
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isZero();
	}

	@Test
	void strategyThatMigratesNothingIsFollowedByALook() {
		ConfigurableApplicationContext context = start(application().with(Idle.class));
		assertThat(anomaly(context).id()).isEqualTo("pending");
		assertThat(schema()).isEqualTo(List.of(List.of(), "no history"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

		@Bean
		FlywayMigrationStrategy strategy() {
			return Flyway::migrate;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Repairing {

		@Bean
		FlywayMigrationStrategy strategy() {
			return (flyway) -> {
				flyway.repair();
				flyway.migrate();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Cleaning {

		@Bean
		FlywayMigrationStrategy strategy() {
			return (flyway) -> {
				flyway.clean();
				flyway.migrate();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Idle {

		@Bean
		FlywayMigrationStrategy strategy() {
			return (flyway) -> {
			};
		}

	}

}

package dev.resilientdb.migration;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migration strategies that are classes, open and closed ones.
 */
class StrategyClassTests extends MigrationContract {

	StrategyClassTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void script() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
	}

	@Test
	void strategyCanBeInjectedByItsClass() {
		ConfigurableApplicationContext context = start(application().with(ByClass.class));
		assertThat(context.getBean(Asking.class).strategy().calls()).isEqualTo(1);
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void strategyOfItsOwnClassRunsUnderTheGuard() {
		start().close();
		this.scripts.with("V1__stock.sql", "select 1");
		assertThat(anomaly(refusal(application().with(ByClass.class))).id()).isEqualTo("checksum-mismatch");
	}

	@Test
	void strategyOfItsOwnClassDoesNotRunWhereTheApplicationOnlyWaits() {
		ConfigurableApplicationContext context = start(
				application("resilient-db.migration.mode=wait").with(ByClass.class));
		assertThat(context.getBean(Asking.class).strategy().calls()).isZero();
		assertThat(anomaly(context).id()).isEqualTo("pending");
	}

	@Test
	void strategyIsInitializedOnceBeforeItRuns() {
		ConfigurableApplicationContext context = start(application().with(ByClass.class));
		assertThat(context.getBean(Asking.class).strategy().initializations()).isEqualTo(2);
	}

	@Test
	void strategyOfFinalClassRunsUnderTheGuard() {
		ConfigurableApplicationContext context = start(application().with(OfFinalClass.class));
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(context.getBean(FlywayMigrationStrategy.class)).isInstanceOf(GuardedStrategy.class);
	}

	@Test
	void recordRunsUnderTheGuard() {
		ConfigurableApplicationContext context = start(application().with(OfRecord.class));
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void strategyWhoseMethodIsFinalRunsUnderTheGuard() {
		ConfigurableApplicationContext context = start(
				application("resilient-db.migration.mode=wait").with(OfFinalMethod.class));
		assertThat(anomaly(context).id()).isEqualTo("pending");
		assertThat(schema().get(1)).isEqualTo("no history");
	}

	@Test
	void strategyOfSealedClassRunsUnderTheGuard() {
		ConfigurableApplicationContext context = start(application().with(OfSealedClass.class));
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void strategyOfItsOwnClassServesSeveralFlyways() {
		ConfigurableApplicationContext context = start(application().with(ByClass.class, TwoFlyways.class));
		assertThat(context.getBean(MigrationReports.class).of("one").current()).isEqualTo("1");
		assertThat(context.getBean(MigrationReports.class).of("other").current()).isEqualTo("1");
		assertThat(context.getBean(Asking.class).strategy().calls()).isEqualTo(2);
	}

	static class Counting implements FlywayMigrationStrategy, InitializingBean {

		private final String name;

		private int calls;

		private int initializations;

		Counting(String name) {
			this.name = name;
		}

		@Override
		public void afterPropertiesSet() {
			this.initializations++;
		}

		void initialize() {
			this.initializations++;
		}

		@Override
		public void migrate(Flyway flyway) {
			assertThat(this.name).isNotNull();
			this.calls++;
			flyway.migrate();
		}

		int calls() {
			return this.calls;
		}

		int initializations() {
			return this.initializations;
		}

	}

	record Asking(Counting strategy) {
	}

	@Configuration(proxyBeanMethods = false)
	static class ByClass {

		@Bean(initMethod = "initialize")
		Counting strategy() {
			return new Counting("counting");
		}

		@Bean
		Asking asking(Counting strategy) {
			return new Asking(strategy);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFlyways {

		@Bean
		Flyway one(DataSource dataSource, Environment environment) {
			return flyway(dataSource, environment, "ONE");
		}

		@Bean
		Flyway other(DataSource dataSource, Environment environment) {
			return flyway(dataSource, environment, "OTHER");
		}

		private static Flyway flyway(DataSource dataSource, Environment environment, String schema) {
			return Flyway.configure()
				.dataSource(dataSource)
				.schemas(schema)
				.locations(environment.getRequiredProperty("spring.flyway.locations"))
				.load();
		}

		@Bean
		FlywayMigrationInitializer oneInitializer(Flyway one, FlywayMigrationStrategy strategy) {
			return new FlywayMigrationInitializer(one, strategy);
		}

		@Bean
		FlywayMigrationInitializer otherInitializer(Flyway other, FlywayMigrationStrategy strategy) {
			return new FlywayMigrationInitializer(other, strategy);
		}

	}

	static final class Final implements FlywayMigrationStrategy {

		@Override
		public void migrate(Flyway flyway) {
			flyway.migrate();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfFinalClass {

		@Bean
		Final strategy() {
			return new Final();
		}

	}

	record Recorded(String name) implements FlywayMigrationStrategy {

		@Override
		public void migrate(Flyway flyway) {
			flyway.migrate();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfRecord {

		@Bean
		Recorded strategy() {
			return new Recorded("recorded");
		}

	}

	static class FinalMethod implements FlywayMigrationStrategy {

		@Override
		public final void migrate(Flyway flyway) {
			flyway.repair();
			flyway.migrate();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfFinalMethod {

		@Bean
		FinalMethod strategy() {
			return new FinalMethod();
		}

	}

	static sealed class Sealed implements FlywayMigrationStrategy {

		@Override
		public void migrate(Flyway flyway) {
			flyway.migrate();
		}

	}

	static final class OnlyOne extends Sealed {

	}

	@Configuration(proxyBeanMethods = false)
	static class OfSealedClass {

		@Bean
		FlywayMigrationStrategy strategy() {
			return new Sealed();
		}

	}

}

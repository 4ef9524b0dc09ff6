package dev.resilientdb.migration;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Histories in which more than one application or Flyway writes.
 */
abstract class SharedHistoryContract extends MigrationContract {

	@TempDir
	Path elsewhere;

	SharedHistoryContract(TestDatabase database) {
		super(database);
	}

	@Test
	void historyOfAnotherApplicationIsRefused() {
		otherApplication();
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("shared-history");
		assertThat(anomaly.subject()).endsWith("flyway_schema_history");
		assertThat(anomaly.evidence()).startsWith("Not one of its 2 migrations is a script of this application")
			.contains("version 1 was applied as V1__customers.sql and is V1__stock.sql here");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void applicationRunsBesideAnotherWithATableOfItsOwn() {
		otherApplication();
		Anomaly anomaly = anomaly(refusal());
		ConfigurableApplicationContext context = start("spring.flyway.table=stock_history",
				property("spring.flyway.baseline-on-migrate", anomaly),
				property("spring.flyway.baseline-version", anomaly));
		assertThat(report(context).current()).isEqualTo("2");
		context.close();
		assertThat(report(start("spring.flyway.table=stock_history")).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void tableOfItsOwnIsRefusedWithTheBaselineThatIsMissing() {
		otherApplication();
		Anomaly anomaly = anomaly(refusal("spring.flyway.table=stock_history"));
		assertThat(anomaly.id()).isEqualTo("unknown-schema");
		ConfigurableApplicationContext context = start("spring.flyway.table=stock_history",
				property("spring.flyway.baseline-on-migrate", anomaly),
				property("spring.flyway.baseline-version", anomaly));
		assertThat(report(context).current()).isEqualTo("2");
	}

	@Test
	void baselineThatCoversScriptsIsRefusedBesideAnother() {
		otherApplication();
		Anomaly anomaly = anomaly(
				refusal("spring.flyway.table=stock_history", "spring.flyway.baseline-on-migrate=true"));
		assertThat(anomaly.evidence()).endsWith("would declare everything up to version 1 applied, whatever is in it");
	}

	@Test
	void scriptsThatWereAppliedWithAnotherTableAreNotAppliedAgain() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		Anomaly anomaly = anomaly(refusal("spring.flyway.table=stock_history", "spring.flyway.baseline-on-migrate=true",
				"spring.flyway.baseline-version=0"));
		assertThat(anomaly.evidence()).contains("scripts of this application were applied with flyway_schema_history");
		assertThat(report(start(property("spring.flyway.table", anomaly))).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void secondFlywayOnTheSameTableIsRefused() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		new Scripts(this.elsewhere).with("V7__other.sql", "create table other (id integer primary key)");
		MigrationRefusedException refusal = refusal(application("elsewhere=" + this.elsewhere).with(TwoFlyways.class));
		assertThat(refusal.anomalies()).extracting(Anomaly::id).contains("shared-history");
		assertThat(refusal.anomalies().get(0).evidence()).contains("Flyway 'first'").contains("Flyway 'second'");
	}

	@Test
	void secondFlywayOnItsOwnTableMayMigrate() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		new Scripts(this.elsewhere).with("V7__other.sql", "create table other (id integer primary key)");
		ConfigurableApplicationContext context = start(
				application("elsewhere=" + this.elsewhere, "table=other_history", "baseline=0").with(TwoFlyways.class));
		assertThat(context.getBean(MigrationReports.class).of("second").current()).isEqualTo("7");
	}

	private void otherApplication() {
		this.scripts.with("V1__customers.sql", "create table customer (id integer primary key)")
			.with("V2__letters.sql", "create table letter (id integer primary key)");
		start().close();
		this.scripts.without("V1__customers.sql")
			.without("V2__letters.sql")
			.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("V2__price.sql", "create table price (id integer primary key)");
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFlyways {

		@Bean
		Flyway first(DataSource dataSource, Environment environment) {
			return Flyway.configure()
				.dataSource(dataSource)
				.locations(environment.getRequiredProperty("spring.flyway.locations"))
				.load();
		}

		@Bean
		Flyway second(DataSource dataSource, Environment environment) {
			return Flyway.configure()
				.dataSource(dataSource)
				.baselineOnMigrate(environment.containsProperty("baseline"))
				.baselineVersion("0")
				.table(environment.getProperty("table", "flyway_schema_history"))
				.defaultSchema(environment.getProperty("schema"))
				.locations("filesystem:" + environment.getRequiredProperty("elsewhere"))
				.load();
		}

		@Bean
		FlywayMigrationInitializer firstInitializer(Flyway first) {
			return new FlywayMigrationInitializer(first);
		}

		@Bean
		FlywayMigrationInitializer secondInitializer(Flyway second, FlywayMigrationInitializer firstInitializer) {
			return new FlywayMigrationInitializer(second);
		}

	}

}

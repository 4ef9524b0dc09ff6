package dev.resilientdb.migration;

import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Applications whose schema somebody else changes.
 */
abstract class ModeContract extends MigrationContract {

	private static final String STOCK = "create table stock (id integer primary key)";

	ModeContract(TestDatabase database) {
		super(database);
	}

	@Test
	void validatingChangesNothingAndTakesNoTraffic() {
		this.scripts.with("V1__stock.sql", STOCK);
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate");
		assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.NOT_READY);
		assertThat(report(context).anomalies()).extracting(Anomaly::id).contains("pending");
		assertThat(tables()).isZero();
	}

	@Test
	void validatingTakesTrafficOnFittingSchema() {
		this.scripts.with("V1__stock.sql", STOCK);
		migrateElsewhere();
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate");
		assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void validatingRefusesDamagedHistory() {
		this.scripts.with("V1__stock.sql", STOCK);
		migrateElsewhere();
		this.scripts.without("V1__stock.sql").with("V2__other.sql", "select 1");
		assertThat(refusal("resilient-db.migration.mode=validate"))
			.hasMessageContaining("missing-script (V1__stock.sql)");
	}

	@Test
	void validatingRunsNoStrategy() {
		this.scripts.with("V1__stock.sql", STOCK);
		start(application("resilient-db.migration.mode=validate").with(CleaningStrategy.class));
		assertThat(tables()).isZero();
	}

	@Test
	void validatingLetsNobodyElseChangeTheSchema() {
		this.scripts.with("V1__stock.sql", STOCK);
		Flyway flyway = start("resilient-db.migration.mode=validate").getBean(Flyway.class);
		assertThatIllegalStateException().isThrownBy(flyway::repair)
			.withMessage("Flyway 'flyway' may not repair: resilient-db.migration.mode is validate");
	}

	@Test
	void waitingTakesTrafficAsSoonAsSomebodyHasMigrated() {
		this.scripts.with("V1__stock.sql", STOCK);
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=wait",
				"resilient-db.migration.waiting.interval=1s");
		assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		migrateElsewhere();
		Awaitility.await()
			.untilAsserted(() -> assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC));
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void waitingOutlivesFailedMigrationOfOthers() {
		this.scripts.with("V1__stock.sql", STOCK);
		migrateElsewhere();
		jdbc().execute("update " + history() + " set " + quoted("success") + " = false");
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=wait",
				"resilient-db.migration.waiting.interval=1s");
		assertThat(report(context).anomalies()).extracting(Anomaly::id).contains("failed-versioned");
		assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		jdbc().execute("update " + history() + " set " + quoted("success") + " = true");
		Awaitility.await()
			.untilAsserted(() -> assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC));
	}

	@Test
	void takesTrafficAgainWhenSomethingBesidesTheHistoryIsPutRight() {
		this.scripts.with("V1__stock.sql", STOCK);
		start().close();
		jdbc().execute("create table items (id integer primary key)");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.schema-drift=not-ready",
				"resilient-db.migration.refresh-interval=1s", "resilient-db.migration.waiting.interval=1s");
		assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		jdbc().execute("drop table items");
		Awaitility.await()
			.untilAsserted(() -> assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC));
	}

	@Test
	void waitingTellsWhenItTakesTooLong() {
		this.scripts.with("V1__stock.sql", STOCK);
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=wait",
				"resilient-db.migration.waiting.interval=1s", "resilient-db.migration.waiting.deadline=0s");
		MigrationReports reports = context.getBean(MigrationReports.class);
		Awaitility.await().until(reports::isOverdue);
		migrateElsewhere();
		Awaitility.await().until(() -> !reports.isOverdue());
	}

	private int tables() {
		return jdbc().queryForList(tableNames(), String.class).size();
	}

	/**
	 * A query for the names of all tables.
	 */
	abstract String tableNames();

	private String history() {
		return quoted("flyway_schema_history");
	}

	/**
	 * A name as Flyway writes it.
	 */
	abstract String quoted(String name);

	private void migrateElsewhere() {
		Flyway.configure().dataSource(database().dataSource()).locations(this.scripts.directory()).load().migrate();
	}

	private static ReadinessState readiness(ConfigurableApplicationContext context) {
		return context.getBean(ApplicationAvailability.class).getReadinessState();
	}

	@Configuration(proxyBeanMethods = false)
	static class CleaningStrategy {

		@Bean
		FlywayMigrationStrategy cleaningStrategy() {
			return (flyway) -> {
				flyway.clean();
				flyway.migrate();
			};
		}

	}

}

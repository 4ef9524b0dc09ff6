package dev.resilientdb.migration;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Settings of Flyway that switch off what protects a schema. H2 commits each change of
 * the schema by itself.
 */
class FlywaySettingsTests extends MigrationContract {

	FlywaySettingsTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void script() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
	}

	@Test
	void defaultsAreSound() {
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void cleanIsRefusedInProductionBeforeAnybodyConnects() {
		Anomaly anomaly = anomaly(refusal("spring.flyway.clean-disabled=false"));
		assertThat(anomaly.id()).isEqualTo("clean-enabled");
		assertThat(anomaly.subject()).isEqualTo("spring.flyway.clean-disabled");
		assertThat(schema()).isEqualTo(List.of(List.of(), "no history"));
		assertThat(report(start("spring.flyway.clean-disabled=true")).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void developerMayClean() {
		ConfigurableApplicationContext context = start("spring.flyway.clean-disabled=false",
				"resilient-db.migration.preset=development");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.IGNORE);
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@ParameterizedTest
	@CsvSource({ "validate-on-migrate=false,validate-on-migrate", "out-of-order=true,out-of-order",
			"ignore-migration-patterns=*:*,ignore-migration-patterns", "mixed=true,mixed",
			"skip-executing-migrations=true,skip-executing-migrations", "group=true,group" })
	void dangerousSettingIsNamedAndWarnedOf(String setting, String property) {
		ConfigurableApplicationContext context = start("spring.flyway." + setting);
		assertThat(anomaly(context).id()).isEqualTo("dangerous-setting");
		assertThat(anomaly(context).subject()).isEqualTo("spring.flyway." + property);
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void developerIsNotWarnedOfDangerousSettings() {
		ConfigurableApplicationContext context = start("spring.flyway.out-of-order=true",
				"resilient-db.migration.preset=development");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void everySettingIsAnAnomalyOfItsOwn() {
		MigrationRefusedException refusal = refusal("spring.flyway.out-of-order=true", "spring.flyway.mixed=true",
				"resilient-db.migration.policy.dangerous-setting=fail");
		assertThat(refusal.anomalies()).extracting(Anomaly::subject)
			.containsExactly("spring.flyway.out-of-order", "spring.flyway.mixed");
	}

	@Test
	void bothScriptsOfOneVersionAreNamed() {
		this.scripts.with("V2__price.sql", "select 1").with("V2.0__prices.sql", "select 2");
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.preset=development"));
		assertThat(anomaly.id()).isEqualTo("duplicate-version");
		assertThat(anomaly.evidence()).contains("V2__price.sql").contains("V2.0__prices.sql");
		assertThat(schema()).isEqualTo(List.of(List.of(), "no history"));
		this.scripts.without("V2.0__prices.sql").with("V3__prices.sql", "select 2");
		assertThat(report(start()).current()).isEqualTo("3");
	}

	@Test
	void repeatableScriptsOfOneNameNeedAnotherName() {
		this.scripts.with("R__all_prices.sql", "select 1").with("R__all prices.sql", "select 2");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("duplicate-version");
		assertThat(anomaly.advice()).startsWith("Give one of the two scripts another name")
			.doesNotContain("another version");
		this.scripts.without("R__all prices.sql").with("R__prices.sql", "select 2");
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void noPolicyLetsTwoScriptsOfOneVersionPass() {
		this.scripts.with("V2__price.sql", "select 1").with("V2.0__prices.sql", "select 2");
		assertThat(anomaly(refusal("resilient-db.migration.policy.duplicate-version=warn")).advice())
			.contains("No policy changes that");
	}

	@Test
	void unknownPolicyIsExplainedWithItsKey() {
		assertThat(catchThrowable(() -> start("resilient-db.migration.policy.late-migration=explode")))
			.hasStackTraceContaining("resilient-db.migration.policy.late-migration");
	}

	@Test
	void unknownAnomalyIsExplainedWithItsKey() {
		assertThat(catchThrowable(() -> start("resilient-db.migration.policy.no-such-thing=warn")))
			.hasStackTraceContaining("no-such-thing");
	}

	@Test
	void flywayAloneMigratesWhenTheGuardIsOff() {
		ConfigurableApplicationContext context = start("resilient-db.migration.enabled=false",
				"spring.flyway.clean-disabled=false");
		assertThat(context.getBeansOfType(MigrationGuard.class)).isEmpty();
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isZero();
	}

}

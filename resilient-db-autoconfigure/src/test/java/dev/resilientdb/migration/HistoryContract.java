package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guard makes of histories.
 */
abstract class HistoryContract extends MigrationContract {

	HistoryContract(TestDatabase database) {
		super(database);
	}

	@Test
	void appliesPendingMigrations() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		ConfigurableApplicationContext context = start();
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isZero();
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(report(context).pending()).isEmpty();
	}

	@Test
	void refusesChangedScript() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key, name varchar(20))");
		MigrationRefusedException refusal = refusal();
		assertThat(refusal).hasMessageContaining("checksum-mismatch (V1__stock.sql)");
		assertThat(analysis(refusal).getAction()).contains("resilient-db.migration.policy.checksum-mismatch=warn");
	}

	@Test
	void runsWithChangedScriptWhenThatIsOnlyWarnedOf() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key, name varchar(20))");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.checksum-mismatch=warn");
		assertThat(report(context).anomalies()).extracting(Anomaly::id).containsExactly("checksum-mismatch");
	}

}

package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresSharedHistoryTests extends SharedHistoryContract {

	PostgresSharedHistoryTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void schemasWhoseNamesDifferOnlyInCaseAreTwo() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		new Scripts(this.elsewhere).with("V7__other.sql", "create table other (id integer primary key)");
		ConfigurableApplicationContext context = start(
				application("elsewhere=" + this.elsewhere, "schema=Public").with(TwoFlyways.class));
		assertThat(context.getBean(MigrationReports.class).of("second").current()).isEqualTo("7");
	}

}

package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs that are to be applied as a whole or not at all.
 */
abstract class GroupContract extends MigrationContract {

	GroupContract(TestDatabase database) {
		super(database);
	}

	@Test
	void appliesAll() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("V2__name.sql", "alter table stock add name varchar(20)");
		assertThat(report(start("spring.flyway.group=true")).current()).isEqualTo("2");
	}

	void failAtTheSecond() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("V2__wrong.sql", "alter table nothing add name varchar(20)");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> start("spring.flyway.group=true"));
	}

	int tables() {
		return jdbc().queryForObject(
				"select count(*) from information_schema.tables where table_name = 'stock' and table_schema = "
						+ currentSchema(),
				Integer.class);
	}

	abstract String currentSchema();

}

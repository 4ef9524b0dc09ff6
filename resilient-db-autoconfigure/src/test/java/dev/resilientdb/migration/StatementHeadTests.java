package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementHeadTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			create table if not exists shop.orders(id int)               | CREATE TABLE shop.orders
			CREATE UNIQUE INDEX CONCURRENTLY orders_name ON orders(name) | CREATE INDEX orders_name
			/* why */ alter table only "Orders" add x int                | ALTER TABLE "Orders"
			create or replace view names as select 'x'                   | CREATE VIEW names
			insert into users values ('secret', 4711)                    | INSERT users
			update users set password = 'secret'                         | UPDATE users
			delete from only users where name = 'secret'                 | DELETE users
			select set_config('secret', 'x', true)                       | SELECT
			create user 'secret' identified by 'secret'                  | CREATE
			'secret'                                                     | statement
			""")
	void namesKindAndObjectAlone(String sql, String head) {
		assertThat(StatementHead.of(sql).text()).isEqualTo(head);
	}

	@ParameterizedTest
	@ValueSource(strings = { "set autocommit = 1", "set statement max_statement_time = 1 for alter table t add x int",
			"call fill()", "truncate t" })
	void tellsWhatMayCommit(String sql) {
		assertThat(StatementHead.of(sql).changesSchema()).isTrue();
	}

	@Test
	void readsWhatComesAfterManyComments() {
		assertThat(StatementHead.of("-- why\n".repeat(20_000) + "create table orders (id int)").text())
			.isEqualTo("CREATE TABLE orders");
	}

}

package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresLedgerTests extends LedgerContract {

	PostgresLedgerTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void knowsWhatRunsWithoutTransaction() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__index.sql", "create index concurrently stock_id on stock (id)");
		start("spring.flyway.postgresql.transactional-lock=false", "resilient-db.migration.lint.enabled=false");
		assertThat(rows("V1__stock.sql")).allMatch((row) -> row.progress().transactional());
		assertThat(rows("V2__index.sql")).noneMatch((row) -> row.progress().transactional());
	}

	@ParameterizedTest
	@ValueSource(strings = { "My Schema", "My \"Odd Schema", "o'clock" })
	void writesIntoSchemasWithOddNames(String schema) {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start("spring.flyway.default-schema=" + schema).close();
		assertThat(report(start("spring.flyway.default-schema=" + schema)).anomalies()).isEmpty();
		String table = "\"" + schema.replace("\"", "\"\"") + "\".resilient_db_migration";
		assertThat(jdbc().queryForList("select outcome from " + table, String.class)).containsExactly("APPLIED");
		assertThat(jdbc().queryForList(
				"select kind from " + table.replace("migration", "migration_state") + " where history <> '*'",
				String.class))
			.containsExactlyInAnyOrder("history", "schema");
	}

	@Override
	LedgerSyntax syntax() {
		return LedgerSyntax.STANDARD.withText("text");
	}

}

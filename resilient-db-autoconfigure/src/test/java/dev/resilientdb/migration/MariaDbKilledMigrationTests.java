package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbKilledMigrationTests extends KilledMigrationContract {

	MariaDbKilledMigrationTests() {
		super(TestDatabase.mariaDb(), "select * from held");
	}

	@Test
	void nextStartIsRefusedWithWhatHadRun() throws SQLException {
		killInTheMiddle("select count(*) from information_schema.processlist"
				+ " where info like 'alter table held%' and state like '%metadata lock%'");
		MigrationRefusedException refusal = refusal();
		assertThat(refusal).hasMessageContaining("crashed-migration (V2__stock.sql)");
		assertThat(analysis(refusal).getDescription()).contains("1 CREATE TABLE stock, 2 ALTER TABLE held (begun)");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isZero();
	}

}

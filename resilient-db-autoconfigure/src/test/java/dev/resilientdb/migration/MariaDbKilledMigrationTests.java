package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbKilledMigrationTests extends KilledMigrationContract {

	MariaDbKilledMigrationTests() {
		super(TestDatabase.mariaDb(), "select * from held for update");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MyISAM", "Aria" })
	void rowsThatNoRollbackRemovesAreNotWrittenAgain(String engine) throws SQLException {
		jdbc().execute("create table acc (id integer) engine=" + engine);
		killInTheSecondInsert();
		assertThat(analysis(refusal()).getDescription()).contains("crashed-migration (V2__stock.sql)",
				"1 INSERT acc, 2 INSERT held (begun)");
		assertThat(jdbc().queryForObject("select count(*) from acc", Integer.class)).isOne();
	}

	@Test
	void rowsThatARollbackRemovesAreWrittenAgain() throws SQLException {
		jdbc().execute("create table acc (id integer) engine=InnoDB");
		killInTheSecondInsert();
		assertThat(report(start()).anomalies()).isEmpty();
		assertThat(jdbc().queryForObject("select count(*) from acc", Integer.class)).isOne();
	}

	private void killInTheSecondInsert() throws SQLException {
		this.scripts.with("V2__stock.sql", "insert into acc values (1);\ninsert into held values (1);");
		killInTheMiddle("select count(*) from information_schema.innodb_trx"
				+ " where trx_state = 'LOCK WAIT' and trx_query like 'insert into held%'");
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

package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ReportedViolation;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MySqlConstraints}.
 */
class MySqlConstraintTests {

	private final ConstraintDialect mySql = new MySqlDialect();

	private final ConstraintDialect mariaDb = new MariaDbDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique since 8.0.19  | 23000 | 1062 | Duplicate entry 'v1-v2' for key 'users.uk'                                                                                              | UNIQUE      | uk      | users | |
					primary since 8.0.19 | 23000 | 1062 | Duplicate entry '1' for key 'users.PRIMARY'                                                                                             | UNIQUE      | PRIMARY | users | |
					unique before        | 23000 | 1062 | Duplicate entry 'v1' for key 'uk'                                                                                                       | UNIQUE      | uk      |       | |
					alter table          | 23000 | 1586 | Duplicate entry 'v1' for key 'users.uk'                                                                                                 | UNIQUE      | uk      | users | |
					dots in names        | 23000 | 1062 | Duplicate entry 'v1' for key 'a.b.c'                                                                                                    | UNIQUE      |         |       | |
					cut by the server    | 23000 | 1062 | Duplicate entry 'v1' for key 'users.u                                                                                                   | UNIQUE      |         |       | |
					no parent            | 23000 | 1452 | Cannot add or update a child row: a foreign key constraint fails (`db`.`child`, CONSTRAINT `fk` FOREIGN KEY (`p`) REFERENCES `parent` (`id`)) | FOREIGN_KEY | fk | db.child | p | PARENT_MISSING
					child exists         | 23000 | 1451 | Cannot delete or update a parent row: a foreign key constraint fails (`db`.`child`, CONSTRAINT `f``k` FOREIGN KEY (`p`, `q`) REFERENCES `parent` (`id`)) | FOREIGN_KEY | f`k | db.child | p+q | CHILD_EXISTS
					no parent, hidden    | 23000 | 1216 | Cannot add or update a child row: a foreign key constraint fails                                                                       | FOREIGN_KEY |         |       |       | PARENT_MISSING
					child, hidden        | 23000 | 1217 | Cannot delete or update a parent row: a foreign key constraint fails                                                                   | FOREIGN_KEY |         |       |       | CHILD_EXISTS
					not null             | 23000 | 1048 | Column 'email' cannot be null                                                                                                           | NOT_NULL    |         |       | email |
					no default           | HY000 | 1364 | Field 'req' doesn't have a default value                                                                                                | NOT_NULL    |         |       | req   |
					check                | HY000 | 3819 | Check constraint 'ck' is violated.                                                                                                      | CHECK       | ck      |       |       |
					too long             | 22001 | 1406 | Data truncation: Data too long for column 'name' at row 1                                                                               | LENGTH      |         |       | name  |
					out of range         | 22001 | 1264 | Data truncation: Out of range value for column 'amount' at row 1                                                                        | RANGE       |         |       | amount |
					wrong integer        | HY000 | 1366 | Incorrect integer value: 'zz' for column 'id' at row 1                                                                                  | FORMAT      |         |       | id    |
					wrong value, no column | 22001 | 1292 | Data truncation: Truncated incorrect DOUBLE value: 'x' for column 'admin' at row 1'                                                   | FORMAT      |         |       |       |
					truncated enum       | 01000 | 1265 | Data truncated for column 'size' at row 1                                                                                               | FORMAT      |         |       | size  |
					""")
	void reportsOfMySql(ArgumentsAccessor row) {
		assertThat(this.mySql.report(DriverExceptions.mySql(row.getString(1), row.getInteger(2), row.getString(3))))
			.isEqualTo(Reports.of(row, 4));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique                   | 23000 | 1062 | (conn=3) Duplicate entry '1-1' for key 'uk'                                             | UNIQUE   | uk  |     |       |
					unique, dotted name      | 23000 | 1062 | (conn=3) Duplicate entry '1-1' for key 'users.uk'                                       | UNIQUE   | users.uk | |      |
					check of a table         | 23000 | 4025 | (conn=3) CONSTRAINT `ck` failed for `db`.`tbl`                                          | CHECK    | ck  | db.tbl |       |
					check of a column        | 23000 | 4025 | (conn=3) CONSTRAINT `tbl.col` failed for `db`.`tbl`                                     | CHECK    |     | db.tbl | col   |
					German check             | 23000 | 4025 | (conn=3) CONSTRAINT `ck` fehlgeschlagen: `db`.`tbl`                                     | CHECK    | ck  | db.tbl |       |
					not null                 | 23000 | 1048 | (conn=3) Column 'email' cannot be null                                                  | NOT_NULL |     |     | email |
					too long                 | 22001 | 1406 | (conn=3) Data too long for column 'name' at row 1                                       | LENGTH   |     |     | name  |
					wrong integer            | 22007 | 1366 | (conn=3) Incorrect integer value: 'zz' for column `db`.`t`.`id` at row 1                | FORMAT   |     | t   | id    |
					wrong integer, spoofed   | 22007 | 1366 | (conn=3) Incorrect integer value: '`a`.`b`.`c' for column `db`.`t`.`id` at row 1        | FORMAT   |     | t   | id    |
					German duplicate         | 23000 | 1062 | (conn=3) Doppelter Eintrag 'x' für Schlüssel 'uk'                                       | UNIQUE   | uk  |     |       |
					German duplicate, spoof  | 23000 | 1062 | (conn=3) Doppelter Eintrag 'x' für Schlüssel 'admin' für Schlüssel 'uk'                 | UNIQUE   | uk  |     |       |
					German not null          | 23000 | 1048 | (conn=3) Feld 'email' darf nicht NULL sein                                              | NOT_NULL |     |     | email |
					Japanese duplicate       | 23000 | 1062 | (conn=3) 'x' は索引 'uk' で重複しています。                                               | UNIQUE   |     |     |       |
					""")
	void reportsOfMariaDb(ArgumentsAccessor row) {
		assertThat(this.mariaDb.report(DriverExceptions.mariaDb(row.getString(1), row.getInteger(2), row.getString(3))))
			.isEqualTo(Reports.of(row, 4));
	}

	@Test
	void readsMariaDbThroughMySqlsDriver() {
		assertThat(
				this.mariaDb.report(DriverExceptions.mySql("23000", 4025, "CONSTRAINT `ck_age` failed for `db`.`t`")))
			.isEqualTo(Reports.of(Kind.CHECK, "ck_age", "db.t", null, null));
	}

	@Test
	void readsMariaDbWhileItIsTakenForMySql() {
		assertThat(this.mySql.report(DriverExceptions.mySql("23000", 4025, "CONSTRAINT `ck_age` failed for `db`.`t`")))
			.isEqualTo(Reports.of(Kind.CHECK, "ck_age", "db.t", null, null));
	}

	@Test
	void doesNotTrustTheEndOfAMessageAsLongAsTheServersBuffer() {
		String message = "Duplicate entry '" + "x".repeat(480) + "' for key 'users.admin'";
		assertThat(this.mySql.report(DriverExceptions.mySql("23000", 1062, message)))
			.isEqualTo(ReportedViolation.of(Kind.UNIQUE));
	}

	@Test
	void doesNotTrustAWrongValueThatFillsTheServersBuffer() {
		String message = "Incorrect integer value: '" + "x".repeat(480) + "`users`.`admin`";
		assertThat(this.mariaDb.report(DriverExceptions.mariaDb("22007", 1366, message)))
			.isEqualTo(ReportedViolation.of(Kind.FORMAT));
	}

	@Test
	void leavesOutNameWithQuotes() {
		assertThat(this.mySql.report(DriverExceptions.mySql("23000", 1062, "Duplicate entry '1' for key 'it's'")))
			.isEqualTo(ReportedViolation.of(Kind.UNIQUE));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(this.mySql.report(DriverExceptions.mySql("40001", 1213, "Deadlock found"))).isNull();
	}

}

package dev.resilientdb.dialect;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MariaDbDialect}.
 */
class MariaDbDialectTests {

	private final MariaDbDialect dialect = new MariaDbDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                            | 40001 | 1213 | DEADLOCK              | TRANSACTION
			lock wait timeout                   | HY000 | 1205 | LOCK_TIMEOUT          | STATEMENT
			record changed (snapshot isolation) | HY000 | 1020 | SERIALIZATION_FAILURE | TRANSACTION
			interrupted                         | 70100 | 1317 | CANCELLED             | STATEMENT
			max_statement_time                  | 70100 | 1969 | STATEMENT_TIMEOUT     | STATEMENT
			too many conns                      | 08004 | 1040 | TOO_MANY_CONNECTIONS  | SESSION
			conn killed                         | 70100 | 1927 | CONNECTION_LOST       | SESSION
			read-only                           | HY000 | 1290 | READ_ONLY             | STATEMENT
			read only tx                        | 25006 | 1792 | READ_ONLY             | STATEMENT
			table full                          | HY000 | 1114 | DISK_FULL             | STATEMENT
			access denied                       | 28000 | 1045 | AUTHENTICATION        | SESSION
			dup                                 | 23000 | 1062 | UNIQUE_VIOLATION      | STATEMENT
			check                               | 23000 | 4025 | CHECK_VIOLATION       | STATEMENT
			too long                            | 22001 | 1406 | VALUE_TOO_LONG        | STATEMENT
			out of range                        | 22003 | 1264 | VALUE_OUT_OF_RANGE    | STATEMENT
			net read                            | 08S01 | 1158 | CONNECTION_LOST       | SESSION
			disk full                           | HY000 | 1021 | DISK_FULL             | STATEMENT
			""")
	void knowsReportedCode(String condition, String state, int code, FailureKind kind, Rollback rollback)
			throws SQLException {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			old foreign key child      | 23000 | 1216 | FOREIGN_KEY_VIOLATION | STATEMENT
			old foreign key parent     | 23000 | 1217 | FOREIGN_KEY_VIOLATION | STATEMENT
			duplicate with key name    | 23000 | 1586 | UNIQUE_VIOLATION      | STATEMENT
			incorrect value for column | HY000 | 1366 | INVALID_VALUE         | STATEMENT
			truncated wrong value      | 22007 | 1292 | INVALID_VALUE         | STATEMENT
			value out of range         | 22003 | 1690 | VALUE_OUT_OF_RANGE    | STATEMENT
			table exists               | 42S01 | 1050 | DUPLICATE_OBJECT      | STATEMENT
			duplicate column           | 42S21 | 1060 | DUPLICATE_OBJECT      | STATEMENT
			duplicate index            | 42000 | 1061 | DUPLICATE_OBJECT      | STATEMENT
			missing table              | 42S02 | 1146 | MISSING_OBJECT        | STATEMENT
			unknown column             | 42S22 | 1054 | MISSING_OBJECT        | STATEMENT
			syntax                     | 42000 | 1064 | SYNTAX                | STATEMENT
			""")
	void knowsEverydayCode(String condition, String state, int code, FailureKind kind, Rollback rollback)
			throws SQLException {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			socket error                   | 08000 | -1 | CONNECTION_LOST    | SESSION
			connection closed              | 08000 | 0  | CONNECTION_LOST    | SESSION
			unable to connect              | 08001 | 0  | CONNECTION_REFUSED | SESSION
			communication link failure     | 08S01 | -1 | CONNECTION_LOST    | SESSION
			transaction resolution unknown | 08007 | 0  | OUTCOME_UNKNOWN    | UNKNOWN
			failover succeeded (AWS)       | 08S02 | 0  | FAILED_OVER        | TRANSACTION
			""")
	void knowsStateWithoutCode(String condition, String state, int code, FailureKind kind, Rollback rollback)
			throws SQLException {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void leavesNumbersOfMySqlAlone() throws SQLException {
		assertThat(this.dialect.lookup(reported("HY000", 3819))).isNull();
	}

	@Test
	void servesMariaDb() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("MariaDB", "11.4.5-MariaDB"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isFalse();
	}

	@Test
	void tellsMariaDbBehindMySqlDriver() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "5.5.5-10.11.19-MariaDB"))).isTrue();
	}

	private static SQLException reported(String state, int code) throws SQLException {
		return new ExceptionFactory(Configuration.parse("jdbc:mariadb://localhost/test"),
				HostAddress.from("localhost", 3306))
			.create("reported by the server", state, code);
	}

}

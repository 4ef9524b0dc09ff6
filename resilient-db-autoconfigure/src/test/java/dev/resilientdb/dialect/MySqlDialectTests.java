package dev.resilientdb.dialect;

import java.sql.SQLException;

import com.mysql.cj.jdbc.exceptions.MySQLStatementCancelledException;
import com.mysql.cj.jdbc.exceptions.MySQLTimeoutException;
import com.mysql.cj.jdbc.exceptions.MysqlDataTruncation;
import com.mysql.cj.jdbc.exceptions.SQLError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MySqlDialect}.
 */
class MySqlDialectTests {

	private final MySqlDialect dialect = new MySqlDialect();

	@Test
	void knowsTimeoutThatTheDriverReportsWithoutCode() {
		assertThat(this.dialect.lookup(new MySQLTimeoutException("timeout")).kind())
			.isEqualTo(FailureKind.STATEMENT_TIMEOUT);
	}

	@Test
	void knowsCancellationThatTheDriverReportsWithoutCode() {
		assertThat(this.dialect.lookup(new MySQLStatementCancelledException("cancelled")).kind())
			.isEqualTo(FailureKind.CANCELLED);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                                  | 40001 | 1213 | DEADLOCK              | TRANSACTION
			lock wait timeout (C/J maps HY000->40001) | 40001 | 1205 | LOCK_TIMEOUT          | STATEMENT
			NOWAIT                                    | HY000 | 3572 | LOCK_TIMEOUT          | STATEMENT
			XA deadlock                               | XA102 | 1614 | LOCK_TIMEOUT          | TRANSACTION
			XA rb timeout                             | XA106 | 1613 | TRANSACTION_TIMEOUT   | TRANSACTION
			group replication certification rollback  | HY000 | 3101 | SERIALIZATION_FAILURE | TRANSACTION
			Galera cert                               | HY000 | 149  | SERIALIZATION_FAILURE | TRANSACTION
			query interrupted                         | 70100 | 1317 | CANCELLED             | STATEMENT
			max_execution_time                        | HY000 | 3024 | STATEMENT_TIMEOUT     | STATEMENT
			too many connections                      | 08004 | 1040 | TOO_MANY_CONNECTIONS  | SESSION
			too many user conns                       | 42000 | 1203 | TOO_MANY_CONNECTIONS  | SESSION
			user resource limit                       | 42000 | 1226 | TOO_MANY_CONNECTIONS  | UNKNOWN
			server shutdown                           | 08S01 | 1053 | SERVER_SHUTDOWN       | SESSION
			connection killed                         | 70100 | 1927 | CONNECTION_LOST       | SESSION
			gone away                                 | 08S01 | 2006 | CONNECTION_LOST       | SESSION
			lost during query                         | 08S01 | 2013 | CONNECTION_LOST       | SESSION
			--read-only                               | HY000 | 1290 | READ_ONLY             | STATEMENT
			read only mode                            | HY000 | 1836 | READ_ONLY             | STATEMENT
			read only tx                              | 25006 | 1792 | READ_ONLY             | STATEMENT
			table full                                | HY000 | 1114 | DISK_FULL             | STATEMENT
			disk full                                 | HY000 | 1021 | DISK_FULL             | STATEMENT
			oom                                       | HY001 | 1037 | OUT_OF_MEMORY         | STATEMENT
			oom resources                             | HY000 | 1041 | OUT_OF_MEMORY         | STATEMENT
			access denied                             | 28000 | 1045 | AUTHENTICATION        | SESSION
			db access denied                          | 42000 | 1044 | PERMISSION            | STATEMENT
			table access denied                       | 42000 | 1142 | PERMISSION            | STATEMENT
			crashed table                             | HY000 | 1194 | CORRUPTION            | STATEMENT
			index corrupt                             | HY000 | 1712 | CORRUPTION            | STATEMENT
			dup                                       | 23000 | 1062 | UNIQUE_VIOLATION      | STATEMENT
			fk parent                                 | 23000 | 1451 | FOREIGN_KEY_VIOLATION | STATEMENT
			fk child                                  | 23000 | 1452 | FOREIGN_KEY_VIOLATION | STATEMENT
			not null                                  | 23000 | 1048 | NOT_NULL_VIOLATION    | STATEMENT
			no default                                | HY000 | 1364 | NOT_NULL_VIOLATION    | STATEMENT
			check                                     | HY000 | 3819 | CHECK_VIOLATION       | STATEMENT
			out of range                              | 22003 | 1264 | VALUE_OUT_OF_RANGE    | STATEMENT
			1205 raw HY000                            | HY000 | 1205 | LOCK_TIMEOUT          | STATEMENT
			record changed                            | HY000 | 1020 | SERIALIZATION_FAILURE | STATEMENT
			error during commit                       | HY000 | 1180 | OUTCOME_UNKNOWN       | UNKNOWN
			lock table full                           | HY000 | 1206 | LOCK_TIMEOUT          | TRANSACTION
			SAVEPOINT does not exist                  | 42000 | 1305 | MISSING_OBJECT        | UNKNOWN
			client interaction timeout                | HY000 | 4031 | CONNECTION_LOST       | SESSION
			data too long 1406 (MysqlDataTruncation)  | 22001 | 1406 | VALUE_TOO_LONG        | STATEMENT
			""")
	void knowsReportedCode(String condition, String state, int code, FailureKind kind, Rollback rollback) {
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
	void knowsEverydayCode(String condition, String state, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			link failure             | 08S01 | 0 | CONNECTION_LOST    | SESSION
			connection closed        | 08003 | 0 | CONNECTION_LOST    | SESSION
			unable to connect        | 08001 | 0 | CONNECTION_REFUSED | SESSION
			link failure in commit   | 08007 | 0 | OUTCOME_UNKNOWN    | UNKNOWN
			failover succeeded (AWS) | 08S02 | 0 | FAILED_OVER        | TRANSACTION
			""")
	void knowsStateWithoutCode(String condition, String state, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void knowsTruncatedData() {
		SQLException ex = new MysqlDataTruncation("Data too long", 1, false, false, 0, 0, 1406);
		assertThat(this.dialect.lookup(ex)).extracting(FailureCode::kind).isEqualTo(FailureKind.VALUE_TOO_LONG);
	}

	@Test
	void neverTrustsTheStateOfDeadlocks() {
		assertThat(this.dialect.lookup(reported("40001", 0))).isNull();
	}

	@Test
	void ranksLostSavepointAsConsequence() {
		assertThat(this.dialect.lookup(reported("42000", 1305))).extracting(FailureCode::rank)
			.isEqualTo(FailureCode.Rank.CONSEQUENCE);
	}

	@Test
	void servesMySql() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("MariaDB", "11.4.5-MariaDB"))).isFalse();
	}

	private static SQLException reported(String state, int code) {
		return SQLError.createSQLException("reported by the server", state, code, null);
	}

}

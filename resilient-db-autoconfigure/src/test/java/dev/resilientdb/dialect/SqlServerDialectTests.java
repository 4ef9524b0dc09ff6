package dev.resilientdb.dialect;

import java.lang.reflect.Constructor;
import java.sql.SQLException;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlServerDialect}.
 */
class SqlServerDialectTests {

	private final SqlServerDialect dialect = new SqlServerDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                       | 40001 | 1205  | DEADLOCK              | TRANSACTION
			snapshot update conflict       | S0002 | 3960  | SERIALIZATION_FAILURE | TRANSACTION
			snapshot metadata              | S0001 | 3961  | SERIALIZATION_FAILURE | TRANSACTION
			in-mem update conflict         | S0001 | 41302 | SERIALIZATION_FAILURE | TRANSACTION
			in-mem RR validation           | S0001 | 41305 | SERIALIZATION_FAILURE | TRANSACTION
			in-mem serializable validation | S0001 | 41325 | SERIALIZATION_FAILURE | TRANSACTION
			lock request timeout           | S0051 | 1222  | LOCK_TIMEOUT          | STATEMENT
			query timeout/cancel           | HY008 | 0     | STATEMENT_TIMEOUT     | STATEMENT
			connection lost                | 08S01 | 0     | CONNECTION_LOST       | SESSION
			unable to connect (xopen)      | 08001 | 0     | CONNECTION_REFUSED    | SESSION
			cannot open db                 | S0001 | 4060  | MISSING_OBJECT        | SESSION
			login failed                   | S0001 | 18456 | AUTHENTICATION        | SESSION
			paused                         | S0001 | 17142 | SERVER_STARTING       | SESSION
			max connections                | S0001 | 17809 | TOO_MANY_CONNECTIONS  | SESSION
			azure limit                    | S0001 | 10928 | TOO_MANY_CONNECTIONS  | UNKNOWN
			azure busy                     | S0001 | 40501 | THROTTLED             | UNKNOWN
			azure db unavailable           | S0001 | 40613 | SERVER_SHUTDOWN       | SESSION
			shutdown in progress           | S0001 | 6005  | SERVER_SHUTDOWN       | SESSION
			db read-only                   | S0001 | 3906  | READ_ONLY             | STATEMENT
			emergency mode                 | S0001 | 3908  | READ_ONLY             | STATEMENT
			AG secondary                   | S0001 | 976   | READ_ONLY             | STATEMENT
			filegroup full                 | S0002 | 1105  | DISK_FULL             | STATEMENT
			log full                       | S0002 | 9002  | DISK_FULL             | STATEMENT
			oom                            | S0123 | 701   | OUT_OF_MEMORY         | STATEMENT
			memory wait timeout            | S0001 | 8645  | OUT_OF_MEMORY         | STATEMENT
			io error                       | S0002 | 823   | IO_ERROR              | SESSION
			logical io corruption          | S0002 | 824   | CORRUPTION            | SESSION
			pk/unique                      | 23000 | 2627  | UNIQUE_VIOLATION      | STATEMENT
			unique index                   | 23000 | 2601  | UNIQUE_VIOLATION      | STATEMENT
			fk/check                       | 23000 | 547   | FOREIGN_KEY_VIOLATION | STATEMENT
			null                           | 23000 | 515   | NOT_NULL_VIOLATION    | STATEMENT
			truncate                       | S0001 | 2628  | VALUE_TOO_LONG        | STATEMENT
			truncate old                   | 22001 | 8152  | VALUE_TOO_LONG        | STATEMENT
			arith overflow                 | S0002 | 8115  | VALUE_OUT_OF_RANGE    | STATEMENT
			overflow                       | S0001 | 220   | VALUE_OUT_OF_RANGE    | STATEMENT
			lock resources                 | S0004 | 1204  | LOCK_TIMEOUT          | TRANSACTION
			session kill state             | S0001 | 596   | CONNECTION_LOST       | SESSION
			""")
	void knowsReportedCode(String condition, String state, int code, FailureKind kind, Rollback rollback)
			throws Exception {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			database engine transport (64) | S0001 | 64    | CONNECTION_LOST       | SESSION
			no process on the other end    | S0001 | 233   | CONNECTION_LOST       | SESSION
			no support of encryption       | S0001 | 20    | CONNECTION_LOST       | SESSION
			semaphore timeout              | S0001 | 121   | CONNECTION_LOST       | SESSION
			connection aborted             | S0001 | 10053 | CONNECTION_LOST       | SESSION
			connection reset               | S0001 | 10054 | CONNECTION_LOST       | SESSION
			server not found               | S0001 | 10060 | CONNECTION_REFUSED    | SESSION
			azure service error            | S0001 | 40197 | SERVER_SHUTDOWN       | SESSION
			azure too busy                 | S0001 | 10929 | THROTTLED             | UNKNOWN
			azure not enough resources     | S0001 | 49918 | THROTTLED             | UNKNOWN
			azure too many creates         | S0001 | 49919 | THROTTLED             | UNKNOWN
			azure too many operations      | S0001 | 49920 | THROTTLED             | UNKNOWN
			in-mem commit dependency       | S0001 | 41301 | SERIALIZATION_FAILURE | TRANSACTION
			in-mem too many dependencies   | S0001 | 41839 | SERIALIZATION_FAILURE | STATEMENT
			""")
	void knowsTransientCodeOfEntityFramework(String condition, String state, int code, FailureKind kind,
			Rollback rollback) throws Exception {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			syntax                    | S0001 | 102  | SYNTAX           | STATEMENT
			invalid column            | S0001 | 207  | MISSING_OBJECT   | STATEMENT
			invalid object            | S0002 | 208  | MISSING_OBJECT   | STATEMENT
			date conversion           | S0001 | 241  | INVALID_VALUE    | UNKNOWN
			conversion                | S0001 | 245  | INVALID_VALUE    | UNKNOWN
			object exists             | S0001 | 2714 | DUPLICATE_OBJECT | STATEMENT
			driver: connection closed | 08003 | 0    | CONNECTION_LOST  | SESSION
			driver: read failed       | 08006 | 0    | CONNECTION_LOST  | SESSION
			""")
	void knowsEverydayCode(String condition, String state, int code, FailureKind kind, Rollback rollback)
			throws Exception {
		assertThat(this.dialect.lookup(reported(state, code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void ranksDoomedTransactionAsConsequence() throws Exception {
		assertThat(this.dialect.lookup(reported("S0001", 3930))).extracting(FailureCode::rank)
			.isEqualTo(FailureCode.Rank.CONSEQUENCE);
	}

	@Test
	void servesSqlServer() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("Microsoft SQL Server", "17.00.1000"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isFalse();
	}

	private static SQLException reported(String state, int code) throws Exception {
		Constructor<SQLServerException> constructor = SQLServerException.class.getDeclaredConstructor(String.class,
				String.class, int.class, Throwable.class);
		constructor.setAccessible(true);
		return constructor.newInstance("reported by the server", state, code, null);
	}

}

package dev.resilientdb.dialect;

import java.io.IOException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresDialect}.
 */
class PostgresDialectTests {

	private final PostgresDialect dialect = new PostgresDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                                 | 40P01 | DEADLOCK              | TRANSACTION
			serialization failure                    | 40001 | SERIALIZATION_FAILURE | TRANSACTION
			statement completion unknown             | 40003 | OUTCOME_UNKNOWN       | UNKNOWN
			tx integrity constraint                  | 40002 | CHECK_VIOLATION       | TRANSACTION
			lock not available (NOWAIT/lock_timeout) | 55P03 | LOCK_TIMEOUT          | TRANSACTION
			query canceled/statement_timeout         | 57014 | STATEMENT_TIMEOUT     | TRANSACTION
			admin shutdown                           | 57P01 | SERVER_SHUTDOWN       | SESSION
			crash shutdown                           | 57P02 | SERVER_SHUTDOWN       | SESSION
			cannot connect now                       | 57P03 | SERVER_STARTING       | SESSION
			database dropped                         | 57P04 | MISSING_OBJECT        | SESSION
			idle session timeout                     | 57P05 | CONNECTION_LOST       | SESSION
			in failed tx                             | 25P02 | UNKNOWN               | TRANSACTION
			idle in tx timeout                       | 25P03 | TRANSACTION_TIMEOUT   | SESSION
			transaction_timeout                      | 25P04 | TRANSACTION_TIMEOUT   | SESSION
			read only tx                             | 25006 | READ_ONLY             | TRANSACTION
			conn exc                                 | 08000 | CONNECTION_LOST       | SESSION
			unable to connect                        | 08001 | CONNECTION_REFUSED    | SESSION
			conn does not exist                      | 08003 | CONNECTION_LOST       | SESSION
			rejected                                 | 08004 | CONNECTION_REFUSED    | SESSION
			conn failure                             | 08006 | CONNECTION_LOST       | SESSION
			tx resolution unknown                    | 08007 | OUTCOME_UNKNOWN       | UNKNOWN
			comm link                                | 08S01 | CONNECTION_LOST       | SESSION
			AWS failover success                     | 08S02 | FAILED_OVER           | TRANSACTION
			protocol violation                       | 08P01 | INTERNAL              | SESSION
			insufficient resources                   | 53000 | OUT_OF_MEMORY         | TRANSACTION
			disk full                                | 53100 | DISK_FULL             | TRANSACTION
			out of memory                            | 53200 | OUT_OF_MEMORY         | TRANSACTION
			too many connections                     | 53300 | TOO_MANY_CONNECTIONS  | SESSION
			config limit                             | 53400 | UNSUPPORTED           | TRANSACTION
			program limit                            | 54000 | UNSUPPORTED           | TRANSACTION
			object not in prerequisite state         | 55000 | UNSUPPORTED           | TRANSACTION
			object in use                            | 55006 | LOCK_TIMEOUT          | TRANSACTION
			system error                             | 58000 | IO_ERROR              | TRANSACTION
			io error                                 | 58030 | IO_ERROR              | TRANSACTION
			undefined file                           | 58P01 | IO_ERROR              | TRANSACTION
			invalid auth                             | 28000 | AUTHENTICATION        | SESSION
			invalid password                         | 28P01 | AUTHENTICATION        | SESSION
			insufficient privilege                   | 42501 | PERMISSION            | TRANSACTION
			invalid catalog                          | 3D000 | MISSING_OBJECT        | SESSION
			internal error                           | XX000 | INTERNAL              | TRANSACTION
			data corrupted                           | XX001 | CORRUPTION            | TRANSACTION
			index corrupted                          | XX002 | CORRUPTION            | TRANSACTION
			snapshot too old                         | 72000 | SERIALIZATION_FAILURE | TRANSACTION
			unique                                   | 23505 | UNIQUE_VIOLATION      | TRANSACTION
			fk                                       | 23503 | FOREIGN_KEY_VIOLATION | TRANSACTION
			not null                                 | 23502 | NOT_NULL_VIOLATION    | TRANSACTION
			check                                    | 23514 | CHECK_VIOLATION       | TRANSACTION
			exclusion                                | 23P01 | EXCLUSION_VIOLATION   | TRANSACTION
			restrict                                 | 23001 | FOREIGN_KEY_VIOLATION | TRANSACTION
			string too long                          | 22001 | VALUE_TOO_LONG        | TRANSACTION
			numeric out of range                     | 22003 | VALUE_OUT_OF_RANGE    | TRANSACTION
			invalid text repr                        | 22P02 | INVALID_VALUE         | TRANSACTION
			feature not supported / cached plan      | 0A000 | UNSUPPORTED           | TRANSACTION
			invalid stmt name                        | 26000 | MISSING_OBJECT        | TRANSACTION
			undefined table                          | 42P01 | MISSING_OBJECT        | TRANSACTION
			with check option                        | 44000 | CHECK_VIOLATION       | TRANSACTION
			driver io 08006                          | 08006 | CONNECTION_LOST       | SESSION
			""")
	void knowsReportedCode(String condition, String state, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(state))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			datetime overflow        | 22008 | VALUE_OUT_OF_RANGE | TRANSACTION
			invalid datetime         | 22007 | INVALID_VALUE      | TRANSACTION
			division by zero         | 22012 | INVALID_VALUE      | TRANSACTION
			untranslatable character | 22P05 | INVALID_VALUE      | TRANSACTION
			syntax error             | 42601 | SYNTAX             | TRANSACTION
			undefined column         | 42703 | MISSING_OBJECT     | TRANSACTION
			undefined function       | 42883 | MISSING_OBJECT     | TRANSACTION
			invalid schema name      | 3F000 | MISSING_OBJECT     | TRANSACTION
			duplicate table          | 42P07 | DUPLICATE_OBJECT   | TRANSACTION
			duplicate column         | 42701 | DUPLICATE_OBJECT   | TRANSACTION
			duplicate object         | 42710 | DUPLICATE_OBJECT   | TRANSACTION
			""")
	void knowsEverydayCode(String condition, String state, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(state))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void knowsConnectionLostByDriver() {
		PSQLException ex = new PSQLException("An I/O error occurred while sending to the backend.",
				PSQLState.CONNECTION_FAILURE, new IOException("Broken pipe"));
		assertThat(this.dialect.lookup(ex)).extracting(FailureCode::kind).isEqualTo(FailureKind.CONNECTION_LOST);
	}

	@Test
	void ranksAbortedTransactionAsConsequence() {
		assertThat(this.dialect.lookup(reported("25P02"))).extracting(FailureCode::rank)
			.isEqualTo(FailureCode.Rank.CONSEQUENCE);
	}

	@Test
	void knowsThatRaisedErrorsUndoTheTransaction() {
		assertThat(this.dialect.lookup(reported("P0001"))).extracting(FailureCode::rollback)
			.isEqualTo(Rollback.TRANSACTION);
	}

	@Test
	void leavesUnlistedAndMissingStatesOpen() {
		assertThat(this.dialect.lookup(reported("UX001"))).isNull();
		assertThat(this.dialect.lookup(new SQLException("no state"))).isNull();
	}

	@Test
	void servesPostgres() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("PostgreSQL", "18.1"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isFalse();
	}

	private static PSQLException reported(String state) {
		return new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mreported by the server\0"));
	}

}

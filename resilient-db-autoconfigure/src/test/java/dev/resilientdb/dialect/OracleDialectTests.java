package dev.resilientdb.dialect;

import java.sql.SQLException;

import oracle.jdbc.driver.DatabaseError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OracleDialect}.
 */
class OracleDialectTests {

	private final OracleDialect dialect = new OracleDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                                         | 60    | DEADLOCK              | STATEMENT
			deadlock lib                                     | 4020  | DEADLOCK              | STATEMENT
			cannot serialize                                 | 8177  | SERIALIZATION_FAILURE | STATEMENT
			consistent read failure                          | 8176  | SERIALIZATION_FAILURE | STATEMENT
			NOWAIT busy                                      | 54    | LOCK_TIMEOUT          | STATEMENT
			wait timeout                                     | 30006 | LOCK_TIMEOUT          | STATEMENT
			lock obj timeout                                 | 4021  | LOCK_TIMEOUT          | STATEMENT
			user cancel                                      | 1013  | CANCELLED             | STATEMENT
			max sessions                                     | 18    | TOO_MANY_CONNECTIONS  | SESSION
			max processes                                    | 20    | TOO_MANY_CONNECTIONS  | SESSION
			shared pool oom                                  | 4031  | OUT_OF_MEMORY         | STATEMENT
			process oom                                      | 4030  | OUT_OF_MEMORY         | STATEMENT
			session killed                                   | 28    | CONNECTION_LOST       | SESSION
			init/shutdown                                    | 1033  | SERVER_STARTING       | SESSION
			not available                                    | 1034  | CONNECTION_REFUSED    | SESSION
			immediate shutdown                               | 1089  | SERVER_SHUTDOWN       | SESSION
			shutdown                                         | 1090  | SERVER_SHUTDOWN       | SESSION
			eof on channel                                   | 3113  | CONNECTION_LOST       | SESSION
			not connected                                    | 3114  | CONNECTION_LOST       | SESSION
			lost contact                                     | 3135  | CONNECTION_LOST       | SESSION
			io exception                                     | 17002 | CONNECTION_LOST       | SESSION
			closed connection                                | 17008 | CONNECTION_LOST       | SESSION
			no more data                                     | 17410 | CONNECTION_LOST       | SESSION
			listener no service                              | 12514 | CONNECTION_REFUSED    | SESSION
			no listener                                      | 12541 | CONNECTION_REFUSED    | SESSION
			no handler                                       | 12516 | TOO_MANY_CONNECTIONS  | SESSION
			no handler2                                      | 12519 | TOO_MANY_CONNECTIONS  | SESSION
			can not safely replay call                       | 25408 | OUTCOME_UNKNOWN       | UNKNOWN
			transaction must roll back                       | 25402 | FAILED_OVER           | STATEMENT
			transaction status unknown                       | 25405 | OUTCOME_UNKNOWN       | UNKNOWN
			db open read-only                                | 16000 | READ_ONLY             | STATEMENT
			unable to extend table                           | 1653  | DISK_FULL             | STATEMENT
			snapshot too old                                 | 1555  | SERIALIZATION_FAILURE | STATEMENT
			data block corrupted                             | 1578  | CORRUPTION            | STATEMENT
			invalid user/pass                                | 1017  | AUTHENTICATION        | SESSION
			unique                                           | 1     | UNIQUE_VIOLATION      | STATEMENT
			fk                                               | 2291  | FOREIGN_KEY_VIOLATION | STATEMENT
			fk child                                         | 2292  | FOREIGN_KEY_VIOLATION | STATEMENT
			null                                             | 1400  | NOT_NULL_VIOLATION    | STATEMENT
			check                                            | 2290  | CHECK_VIOLATION       | STATEMENT
			value too large                                  | 12899 | VALUE_TOO_LONG        | STATEMENT
			precision                                        | 1438  | VALUE_OUT_OF_RANGE    | STATEMENT
			dist lock timeout                                | 2049  | LOCK_TIMEOUT          | STATEMENT
			transaction rolled back (commit-time constraint) | 2091  | UNKNOWN               | TRANSACTION
			""")
	void knowsReportedCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			table or view does not exist | 942   | MISSING_OBJECT     | STATEMENT
			invalid identifier           | 904   | MISSING_OBJECT     | STATEMENT
			invalid SQL statement        | 900   | SYNTAX             | STATEMENT
			invalid number               | 1722  | INVALID_VALUE      | STATEMENT
			name already used            | 955   | DUPLICATE_OBJECT   | STATEMENT
			cannot update to null        | 1407  | NOT_NULL_VIOLATION | STATEMENT
			insufficient privileges      | 1031  | PERMISSION         | STATEMENT
			instance terminated          | 1092  | SERVER_SHUTDOWN    | SESSION
			driver: network adapter      | 17820 | CONNECTION_REFUSED | SESSION
			""")
	void knowsEverydayCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void ranksRolledBackTransactionAsConsequence() {
		assertThat(this.dialect.lookup(reported(2091))).extracting(FailureCode::rank)
			.isEqualTo(FailureCode.Rank.CONSEQUENCE);
	}

	@Test
	void servesOracle() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("Oracle", "Oracle Database 23ai"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isFalse();
	}

	private static SQLException reported(int code) {
		return DatabaseError.newSQLException(null, "reported by the server", code);
	}

}

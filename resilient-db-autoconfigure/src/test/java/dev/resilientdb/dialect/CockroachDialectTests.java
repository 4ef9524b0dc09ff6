package dev.resilientdb.dialect;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CockroachDialect}.
 */
class CockroachDialectTests {

	private final CockroachDialect dialect = new CockroachDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					restart transaction: WriteTooOldError                                          | 40001 | SERIALIZATION_FAILURE | TRANSACTION
					restart transaction: TransactionRetryWithProtoRefreshError: RETRY_SERIALIZABLE | 40001 | SERIALIZATION_FAILURE | TRANSACTION
					result is ambiguous                                                            | 40003 | OUTCOME_UNKNOWN       | UNKNOWN
					server is shutting down                                                        | 57P01 | SERVER_SHUTDOWN       | SESSION
					internal                                                                       | XXUUU | INTERNAL              | TRANSACTION
					range unavailable                                                              | 58C00 | IO_ERROR              | TRANSACTION
					internal connection failure                                                    | 58C01 | IO_ERROR              | TRANSACTION
					unsatisfiable bounded staleness                                                | XCUBS | UNSUPPORTED           | TRANSACTION
					committed; schema change failed                                                | XXA00 | OUTCOME_UNKNOWN       | UNKNOWN
					lock not available                                                             | 55P03 | LOCK_TIMEOUT          | TRANSACTION
					""")
	void knowsReportedCode(String condition, String state, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(condition, state))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void tellsCockroachBehindPostgresDriver() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("PostgreSQL", "13.0.0", "CockroachDB CCL v25.2.1")))
			.isTrue();
	}

	@Test
	void servesItsOwnDriver() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("CockroachDB", "v25.2.1"))).isTrue();
	}

	@Test
	void leavesPostgresAndOthersAlone() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("PostgreSQL", "18.1", "PostgreSQL 18.1 on x86_64")))
			.isFalse();
		assertThat(this.dialect.serves(StubbedServer.reporting("MySQL", "8.4.6"))).isFalse();
	}

	private static PSQLException reported(String message, String state) {
		return new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0M" + message + "\0"));
	}

}

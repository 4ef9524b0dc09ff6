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
 * Tests for {@link YugabyteDialect}.
 */
class YugabyteDialectTests {

	private final YugabyteDialect dialect = new YugabyteDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			conflict; read restart; kReadRestart | 40001 | SERIALIZATION_FAILURE | TRANSACTION
			deadlock                             | 40P01 | DEADLOCK              | TRANSACTION
			schema version mismatch (new)        | 40001 | SERIALIZATION_FAILURE | TRANSACTION
			schema version mismatch (old)        | XX000 | INTERNAL              | TRANSACTION
			read-only node                       | 25006 | READ_ONLY             | TRANSACTION
			tablet leader change                 | 08006 | CONNECTION_LOST       | SESSION
			""")
	void knowsReportedCode(String condition, String state, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(condition, state))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void tellsYugabyteByItsVersion() throws SQLException {
		assertThat(this.dialect.serves(StubbedServer.reporting("PostgreSQL", "11.2-YB-2.20.1.0-b0"))).isTrue();
		assertThat(this.dialect.serves(StubbedServer.reporting("PostgreSQL", "15.2"))).isFalse();
	}

	private static PSQLException reported(String message, String state) {
		return new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0M" + message + "\0"));
	}

}

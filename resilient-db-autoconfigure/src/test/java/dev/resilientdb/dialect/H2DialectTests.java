package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.assertj.core.api.Assertions;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link H2Dialect}.
 */
class H2DialectTests {

	private final H2Dialect dialect = new H2Dialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			deadlock                                      | 40001 | DEADLOCK              | TRANSACTION
			lock timeout                                  | 50200 | LOCK_TIMEOUT          | STATEMENT
			concurrent update                             | 90131 | SERIALIZATION_FAILURE | STATEMENT
			row not found when deleting                   | 90112 | OPTIMISTIC_LOCK       | STATEMENT
			statement was canceled                        | 57014 | STATEMENT_TIMEOUT     | STATEMENT
			connection broken                             | 90067 | CONNECTION_LOST       | SESSION
			database called at shutdown                   | 90121 | CONNECTION_LOST       | SESSION
			database is closed                            | 90098 | CONNECTION_LOST       | SESSION
			database already open                         | 90020 | CONNECTION_REFUSED    | SESSION
			remote connection not allowed                 | 90117 | CONNECTION_REFUSED    | SESSION
			database is read only                         | 90097 | READ_ONLY             | STATEMENT
			method not allowed for prepared statement     | 90130 | UNSUPPORTED           | STATEMENT
			out of memory                                 | 90108 | OUT_OF_MEMORY         | UNKNOWN
			wrong user or password                        | 28000 | AUTHENTICATION        | SESSION
			duplicate key                                 | 23505 | UNIQUE_VIOLATION      | STATEMENT
			referential integrity violated child exists   | 23503 | FOREIGN_KEY_VIOLATION | STATEMENT
			referential integrity violated parent missing | 23506 | FOREIGN_KEY_VIOLATION | STATEMENT
			null not allowed                              | 23502 | NOT_NULL_VIOLATION    | STATEMENT
			check constraint violated                     | 23513 | CHECK_VIOLATION       | STATEMENT
			value too long                                | 22001 | VALUE_TOO_LONG        | STATEMENT
			numeric value out of range                    | 22003 | VALUE_OUT_OF_RANGE    | STATEMENT
			file corrupted                                | 90030 | CORRUPTION            | UNKNOWN
			io exception                                  | 90028 | IO_ERROR              | UNKNOWN
			io exception                                  | 90031 | IO_ERROR              | UNKNOWN
			no disk space available                       | 90100 | DISK_FULL             | UNKNOWN
			lob closed on timeout                         | 90039 | STATEMENT_TIMEOUT     | STATEMENT
			""")
	void knowsReportedCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			missing table                 | 42102 | MISSING_OBJECT     | STATEMENT
			missing column                | 42122 | MISSING_OBJECT     | STATEMENT
			syntax error                  | 42000 | SYNTAX             | STATEMENT
			syntax error with expectation | 42001 | SYNTAX             | STATEMENT
			table already exists          | 42101 | DUPLICATE_OBJECT   | STATEMENT
			data conversion               | 22018 | INVALID_VALUE      | STATEMENT
			division by zero              | 22012 | INVALID_VALUE      | STATEMENT
			no default set                | 23507 | NOT_NULL_VIOLATION | STATEMENT
			java serialization failed     | 90026 | INVALID_VALUE      | STATEMENT
			""")
	void knowsEverydayCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void knowsCodesOfRealDatabase() throws SQLException {
		try (Connection connection = open(); Statement statement = connection.createStatement()) {
			statement.execute("create table customer (email varchar(5) unique)");
			statement.execute("insert into customer values ('a')");
			assertThat(failureOf(statement, "insert into customer values ('a')"))
				.isEqualTo(FailureKind.UNIQUE_VIOLATION);
			assertThat(failureOf(statement, "insert into customer values ('abcdef')"))
				.isEqualTo(FailureKind.VALUE_TOO_LONG);
			assertThat(failureOf(statement, "select * from nowhere")).isEqualTo(FailureKind.MISSING_OBJECT);
		}
	}

	@Test
	void servesH2() throws SQLException {
		try (Connection connection = open()) {
			assertThat(this.dialect.serves(connection.getMetaData())).isTrue();
			assertThat(new PostgresDialect().serves(connection.getMetaData())).isFalse();
		}
	}

	private FailureKind failureOf(Statement statement, String sql) {
		SQLException ex = Assertions.catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
		return this.dialect.lookup(ex).kind();
	}

	private static Connection open() throws SQLException {
		return DriverManager.getConnection("jdbc:h2:mem:");
	}

	private static SQLException reported(int code) {
		return DbException.get(code, "reported").getSQLException();
	}

}

package dev.resilientdb.dialect;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.OverridingClassLoader;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqliteDialect}.
 */
class SqliteDialectTests {

	private final SqliteDialect dialect = new SqliteDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			busy                     | 5    | LOCK_TIMEOUT          | STATEMENT
			busy recovery            | 261  | LOCK_TIMEOUT          | STATEMENT
			busy snapshot            | 517  | SERIALIZATION_FAILURE | TRANSACTION
			busy timeout             | 773  | LOCK_TIMEOUT          | STATEMENT
			locked                   | 6    | LOCK_TIMEOUT          | STATEMENT
			locked shared cache      | 262  | LOCK_TIMEOUT          | STATEMENT
			abort                    | 4    | CANCELLED             | STATEMENT
			interrupt                | 9    | CANCELLED             | UNKNOWN
			perm                     | 3    | PERMISSION            | STATEMENT
			auth                     | 23   | PERMISSION            | STATEMENT
			no memory                | 7    | OUT_OF_MEMORY         | UNKNOWN
			read-only                | 8    | READ_ONLY             | STATEMENT
			read-only database moved | 1032 | READ_ONLY             | STATEMENT
			read-only recovery       | 264  | READ_ONLY             | STATEMENT
			io error                 | 10   | IO_ERROR              | UNKNOWN
			corrupt                  | 11   | CORRUPTION            | STATEMENT
			full                     | 13   | DISK_FULL             | UNKNOWN
			cannot open              | 14   | CONNECTION_REFUSED    | SESSION
			protocol                 | 15   | LOCK_TIMEOUT          | STATEMENT
			schema                   | 17   | UNSUPPORTED           | STATEMENT
			too big                  | 18   | VALUE_TOO_LONG        | STATEMENT
			mismatch                 | 20   | INVALID_VALUE         | STATEMENT
			unique                   | 2067 | UNIQUE_VIOLATION      | STATEMENT
			primary key              | 1555 | UNIQUE_VIOLATION      | STATEMENT
			foreign key              | 787  | FOREIGN_KEY_VIOLATION | STATEMENT
			not null                 | 1299 | NOT_NULL_VIOLATION    | STATEMENT
			check                    | 275  | CHECK_VIOLATION       | STATEMENT
			not a database           | 26   | CORRUPTION            | STATEMENT
			""")
	void knowsReportedCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			error                                 | 1    | SYNTAX           | STATEMENT
			io error on read by its primary code  | 266  | IO_ERROR         | UNKNOWN
			io error on fsync by its primary code | 1034 | IO_ERROR         | UNKNOWN
			read-only lock by its primary code    | 520  | READ_ONLY        | STATEMENT
			any constraint by its primary code    | 1043 | CHECK_VIOLATION  | STATEMENT
			rowid                                 | 2579 | UNIQUE_VIOLATION | STATEMENT
			abort after rollback                  | 516  | CANCELLED        | TRANSACTION
			""")
	void knowsEverydayCode(String condition, int code, FailureKind kind, Rollback rollback) {
		assertThat(this.dialect.lookup(reported(code))).extracting(FailureCode::kind, FailureCode::rollback)
			.containsExactly(kind, rollback);
	}

	@Test
	void knowsPrimaryCodeOfPlainException() {
		assertThat(this.dialect.lookup(new SQLException("busy", null, 5))).extracting(FailureCode::kind)
			.isEqualTo(FailureKind.LOCK_TIMEOUT);
	}

	@Test
	void worksWithoutItsDriver() throws ReflectiveOperationException {
		FailureDialect withoutDriver = loadedWithoutDriver();
		assertThat(withoutDriver.getClass()).isNotEqualTo(SqliteDialect.class);
		assertThat(withoutDriver.lookup(reported(517))).extracting(FailureCode::kind)
			.isEqualTo(FailureKind.LOCK_TIMEOUT);
		assertThat(withoutDriver.codes()).containsExactlyElementsOf(this.dialect.codes());
	}

	@Test
	void tellsBusyFromStaleSnapshotOfRealDatabase(@TempDir Path directory) throws SQLException {
		String url = "jdbc:sqlite:" + directory.resolve("shop.db") + "?journal_mode=WAL&busy_timeout=0";
		try (Connection reader = DriverManager.getConnection(url);
				Connection writer = DriverManager.getConnection(url)) {
			execute(writer, "create table stock (amount int)", "insert into stock values (1)");
			execute(reader, "begin", "select * from stock");
			execute(writer, "begin immediate", "update stock set amount = 2");
			assertThat(failureOf(reader, "update stock set amount = 3")).isEqualTo(FailureKind.LOCK_TIMEOUT);
			execute(writer, "commit");
			assertThat(failureOf(reader, "update stock set amount = 3")).isEqualTo(FailureKind.SERIALIZATION_FAILURE);
		}
	}

	@Test
	void tellsConstraintsOfRealDatabase() throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			execute(connection, "create table customer (email text unique, age int not null)");
			execute(connection, "insert into customer values ('a', 1)");
			assertThat(failureOf(connection, "insert into customer values ('a', 1)"))
				.isEqualTo(FailureKind.UNIQUE_VIOLATION);
			assertThat(failureOf(connection, "insert into customer values ('b', null)"))
				.isEqualTo(FailureKind.NOT_NULL_VIOLATION);
		}
	}

	@Test
	void servesSqlite() throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			assertThat(this.dialect.serves(connection.getMetaData())).isTrue();
			assertThat(new H2Dialect().serves(connection.getMetaData())).isFalse();
		}
	}

	@Test
	void treatsBusyFileAsOrdinary() {
		assertThat(this.dialect.ordinaryConflicts()).containsExactly(FailureKind.LOCK_TIMEOUT);
	}

	private FailureKind failureOf(Connection connection, String sql) {
		SQLException ex = Assertions.catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
		return this.dialect.lookup(ex).kind();
	}

	private static void execute(Connection connection, String... statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static SQLException reported(int code) {
		return new SQLiteException("reported", SQLiteErrorCode.getErrorCode(code));
	}

	private static FailureDialect loadedWithoutDriver() throws ReflectiveOperationException {
		ClassLoader loader = new OverridingClassLoader(new FilteredClassLoader("org.sqlite")) {

			@Override
			protected boolean isEligibleForOverriding(String className) {
				return className.startsWith("dev.resilientdb.dialect.");
			}

		};
		Constructor<?> constructor = loader.loadClass(SqliteDialect.class.getName()).getDeclaredConstructor();
		constructor.setAccessible(true);
		return (FailureDialect) constructor.newInstance();
	}

}

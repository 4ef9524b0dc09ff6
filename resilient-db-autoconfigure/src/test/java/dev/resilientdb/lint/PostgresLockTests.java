package dev.resilientdb.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the rules say about locks and copies, seen on PostgreSQL 18.
 */
class PostgresLockTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	private Connection connection;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = database.dataSource().getConnection();
		execute("DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS archive CASCADE; DROP SCHEMA IF EXISTS attic; "
				+ "CREATE SCHEMA public; " + Operation.SCHEMA);
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#locking")
	void unsafeFormTakesTheLock(Operation operation) throws SQLException {
		long relation = number("SELECT '%s'::regclass::oid".formatted(operation.relation()));
		this.connection.setAutoCommit(false);
		execute(operation.unsafe());
		assertThat(locks(relation)).contains(operation.lock());
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#rewriting")
	void unsafeFormCopiesTheTable(Operation operation) throws SQLException {
		String file = "SELECT pg_relation_filenode('%s')".formatted(operation.rewritten());
		long before = number(file);
		execute(operation.unsafe());
		assertThat(number(file)).isNotEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#rewriting")
	void safeFormCopiesNothing(Operation operation) throws SQLException {
		String file = "SELECT pg_relation_filenode('%s')".formatted(operation.rewritten());
		long before = number(file);
		run(operation.safe());
		assertThat(number(file)).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#all")
	void safeFormRuns(Operation operation) throws SQLException {
		run(operation.safe());
		assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Alternatives#complete")
	void alternativeRuns(Alternatives alternatives) throws SQLException {
		run(List.of(alternatives.sql()));
		assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
	}

	private void run(List<String> scripts) throws SQLException {
		for (String script : scripts) {
			this.connection.setAutoCommit(script.contains("CONCURRENTLY") || script.contains("VACUUM"));
			for (String statement : Operation.statements(script)) {
				execute(statement);
			}
			this.connection.setAutoCommit(true);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long number(String query) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private Set<String> locks(long relation) throws SQLException {
		Set<String> modes = new HashSet<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = " + relation)) {
			while (rows.next()) {
				modes.add(rows.getString(1));
			}
		}
		return modes;
	}

}

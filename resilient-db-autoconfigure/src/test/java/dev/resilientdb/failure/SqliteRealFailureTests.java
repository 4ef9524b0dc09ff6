package dev.resilientdb.failure;

import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.SqlTransactions;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RealFailureContract} on SQLite with a write-ahead log.
 */
class SqliteRealFailureTests extends RealFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteRealFailureTests() {
		super(DATABASE);
	}

	@Override
	DataSource dataSource() {
		return this.database.dataSource(Map.of("busy_timeout", "50"));
	}

	@Override
	Throwable lockTimeout(Provocations provocations) {
		return provocations.updateOfLockedRow();
	}

	@Override
	Throwable conflict(Provocations provocations) {
		return provocations.updateOfChangedRow(SqlTransactions.DEFAULT_ISOLATION);
	}

	@Override
	Throwable invalidValue(Provocations provocations) {
		return provocations.statements("create table typed (id integer primary key)",
				"insert into typed values ('abc')");
	}

	@Override
	Throwable readOnly(Provocations provocations) {
		return provocations.statements("pragma query_only = on", "delete from ticket");
	}

	// SQLITE_ERROR stands for all of these
	@Override
	FailureKind missingObject() {
		return FailureKind.SYNTAX;
	}

	@Override
	FailureKind duplicateObject() {
		return FailureKind.SYNTAX;
	}

	@Override
	String endlessQuery() {
		return "with recursive c(x) as (select 1 union all select x + 1 from c) select sum(x) from c";
	}

	@Override
	Login unreachable() {
		return new Login("jdbc:sqlite:/nowhere/none.db", "", "");
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsDeferredConstraintAtCommit(Access access) {
		assertThat(kind(provoke(access).statements("pragma defer_foreign_keys = on",
				"insert into ticket (id, code, parent_id) values (1, 'A', 99)")))
			.isEqualTo(FailureKind.FOREIGN_KEY_VIOLATION);
	}

}

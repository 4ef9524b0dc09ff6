package dev.resilientdb.failure;

import java.sql.Connection;
import java.util.Set;

import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RealFailureContract} on MySQL.
 */
abstract class MySqlFailureContract extends InnoDbFailureContract {

	MySqlFailureContract(TestDatabase database) {
		super(database);
	}

	@Override
	Throwable conflict(Provocations provocations) {
		return provocations.updateOfChangedRow(Connection.TRANSACTION_REPEATABLE_READ);
	}

	// Unlike MariaDB, MySQL updates the newest version of a row and says nothing
	@Override
	void assertConflict(Throwable thrown) {
		assertThat(thrown).isNull();
	}

	// Connector/J 9 says 08007 in answer to ROLLBACK as well as to COMMIT
	@Override
	Set<FailureKind> failedRollback() {
		return Set.of(FailureKind.CONNECTION_LOST, FailureKind.OUTCOME_UNKNOWN);
	}

	@Override
	Throwable missingPrivilege(Provocations provocations) {
		return provocations.statements("select * from mysql.user");
	}

	@Override
	Throwable statementTimeout(Provocations provocations) {
		return provocations.statements(endlessQuery().replaceFirst("select", "select /*+ max_execution_time(50) */"));
	}

	// An interrupted sleep() answers 1 instead of failing
	@Override
	String endlessQuery() {
		return "select count(*) from information_schema.columns a, information_schema.columns b,"
				+ " information_schema.columns c";
	}

	@Override
	Login unreachable() {
		return new Login("jdbc:mysql://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort() + "/none", "u", "p");
	}

}

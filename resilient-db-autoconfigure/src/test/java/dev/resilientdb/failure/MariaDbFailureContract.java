package dev.resilientdb.failure;

import java.sql.Connection;

import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

/**
 * {@link RealFailureContract} on MariaDB.
 */
abstract class MariaDbFailureContract extends InnoDbFailureContract {

	MariaDbFailureContract(TestDatabase database) {
		super(database);
	}

	@Override
	Throwable conflict(Provocations provocations) {
		return provocations.updateOfChangedRow(Connection.TRANSACTION_REPEATABLE_READ,
				"set innodb_snapshot_isolation = on");
	}

	@Override
	Throwable missingPrivilege(Provocations provocations) {
		return provocations.statements("select * from mysql.global_priv");
	}

	@Override
	Throwable statementTimeout(Provocations provocations) {
		return provocations.statements("set statement max_statement_time = 0.05 for " + endlessQuery());
	}

	@Override
	String endlessQuery() {
		return "select sleep(60)";
	}

	@Override
	Login unreachable() {
		return new Login("jdbc:mariadb://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort() + "/none", "u", "p");
	}

}

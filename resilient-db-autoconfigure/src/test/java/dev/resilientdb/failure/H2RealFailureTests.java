package dev.resilientdb.failure;

import java.nio.file.Path;
import java.sql.Connection;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.JdbcTransactions;
import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

/**
 * {@link RealFailureContract} on H2.
 */
class H2RealFailureTests extends MultiUserFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	@TempDir
	private Path directory;

	H2RealFailureTests() {
		super(DATABASE);
	}

	@Override
	Throwable lockTimeout(Provocations provocations) {
		return provocations.updateOfLockedRow("set lock_timeout 50");
	}

	@Override
	Throwable conflict(Provocations provocations) {
		return provocations.updateOfChangedRow(Connection.TRANSACTION_REPEATABLE_READ);
	}

	@Override
	Throwable invalidValue(Provocations provocations) {
		return provocations.statements("insert into account values (3, 'abc')");
	}

	@Override
	Throwable readOnly(Provocations provocations) {
		String url = "jdbc:h2:" + this.directory.resolve("read-only");
		new Login(url, "sa", "").execute("create table ticket (id int)");
		Login readOnly = new Login(url + ";ACCESS_MODE_DATA=r", "sa", "");
		return new Provocations(this.database, new JdbcTransactions(readOnly.dataSource()))
			.statements("delete from ticket");
	}

	@Override
	Throwable missingPrivilege(Provocations provocations) {
		this.database.owner().execute("create user if not exists guest password 'guest'");
		return new Provocations(this.database,
				new JdbcTransactions(new Login(this.database.url(), "guest", "guest").dataSource()))
			.statements("delete from ticket");
	}

	@Override
	String endlessQuery() {
		return "select sum(x) from system_range(1, 1000000000000)";
	}

	@Override
	Login unreachable() {
		return new Login("jdbc:h2:tcp://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort() + "/none", "u", "p");
	}

	// H2 2.4 reports both with the code of a deadlock, 40001
	@Override
	FailureKind conflict() {
		return FailureKind.DEADLOCK;
	}

	// 57014 stands for a timeout as well
	@Override
	FailureKind cancelled() {
		return FailureKind.STATEMENT_TIMEOUT;
	}

	@Override
	FailureKind killedSession() {
		return FailureKind.CONNECTION_LOST;
	}

}

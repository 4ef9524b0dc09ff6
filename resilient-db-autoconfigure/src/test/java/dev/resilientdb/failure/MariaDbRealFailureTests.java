package dev.resilientdb.failure;

import java.sql.Connection;
import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.Login;
import dev.resilientdb.test.MariaDbServer;
import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * {@link RealFailureContract} on MariaDB 11.4.
 */
class MariaDbRealFailureTests extends ServerFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbRealFailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return MariaDbServer.start(Map.of("max_connections", "10"));
	}

	@Override
	Throwable lockTimeout(Provocations provocations) {
		return provocations.updateOfLockedRow("set innodb_lock_wait_timeout = 1");
	}

	@Override
	Throwable conflict(Provocations provocations) {
		return provocations.updateOfChangedRow(Connection.TRANSACTION_REPEATABLE_READ,
				"set innodb_snapshot_isolation = on");
	}

	@Override
	Throwable invalidValue(Provocations provocations) {
		return provocations.statements("insert into account values (3, 'abc')");
	}

	@Override
	Throwable readOnly(Provocations provocations) {
		return provocations.statements("set transaction read only", "delete from ticket");
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

	@Override
	FailureKind killedSession() {
		return FailureKind.CONNECTION_LOST;
	}

	@Override
	FailureKind stoppedServer() {
		return FailureKind.CONNECTION_LOST;
	}

	@Override
	void allowOneConnection(TestDatabase database) {
		database.admin()
			.execute("grant usage on *.* to '%s'@'127.0.0.1' with max_user_connections 1"
				.formatted(database.username()));
	}

	@Test
	void reportsLockThatIsNotWaitedFor() {
		assertThat(kind(provoke().queryOfLockedRow("select id from account where id = 1 for update nowait")))
			.isEqualTo(FailureKind.LOCK_TIMEOUT);
	}

	// Rolling back to the savepoint fails with 1305, because the deadlock took it away
	@Test
	void reportsDeadlockBehindLostSavepoint() {
		assertThat(kind(new Provocations(this.database, new SavepointTransactions(dataSource())).deadlock()))
			.isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void reportsReadOnlyServer() {
		assertThat(kind(onReadOnlyServer())).isEqualTo(FailureKind.READ_ONLY);
	}

	private Throwable onReadOnlyServer() {
		this.victim.admin().execute("set global read_only = 1");
		Throwable thrown = catchThrowable(() -> this.victim.owner().execute("create table written (id int)"));
		this.victim.admin().execute("set global read_only = 0");
		return thrown;
	}

	@Test
	void reportsMissingValueWithoutDefault() {
		assertThat(kind(provoke().statements("insert into ticket (id) values (1)")))
			.isEqualTo(FailureKind.NOT_NULL_VIOLATION);
	}

	@Test
	void reportsDeniedDatabase() {
		assertThat(kind(provoke().statements("use mysql"))).isEqualTo(FailureKind.PERMISSION);
	}

}

package dev.resilientdb.failure;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What InnoDB and the servers around it, MariaDB and MySQL, report besides.
 */
abstract class InnoDbFailureContract extends ServerFailureContract {

	InnoDbFailureContract(TestDatabase database) {
		super(database);
	}

	@Override
	Throwable lockTimeout(Provocations provocations) {
		return provocations.updateOfLockedRow("set innodb_lock_wait_timeout = 1");
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
	FailureKind killedSession() {
		return FailureKind.CONNECTION_LOST;
	}

	@Override
	FailureKind stoppedServer() {
		return FailureKind.CONNECTION_LOST;
	}

	@Override
	void allowOneConnection(TestDatabase database) {
		database.admin().execute("alter user '%s'@'%%' with max_user_connections 1".formatted(database.username()));
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

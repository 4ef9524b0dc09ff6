package dev.resilientdb.failure;

import java.sql.Connection;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.test.util.TestSocketUtils;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RealFailureContract} on PostgreSQL 18.
 */
abstract class PostgresFailureContract extends ServerFailureContract {

	PostgresFailureContract(TestDatabase database) {
		super(database);
	}

	@Override
	Throwable lockTimeout(Provocations provocations) {
		return provocations.updateOfLockedRow("set local lock_timeout = '50ms'");
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
		return provocations.statements("set transaction read only", "delete from ticket");
	}

	@Override
	Throwable missingPrivilege(Provocations provocations) {
		return provocations.statements("select * from pg_authid");
	}

	@Override
	Throwable statementTimeout(Provocations provocations) {
		return provocations.statements("set local statement_timeout = '50ms'", endlessQuery());
	}

	@Override
	String endlessQuery() {
		return "select pg_sleep(60)";
	}

	@Override
	Login unreachable() {
		return new Login("jdbc:postgresql://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort() + "/none", "u", "p");
	}

	// 57014 stands for a timeout as well
	@Override
	FailureKind cancelled() {
		return FailureKind.STATEMENT_TIMEOUT;
	}

	@Override
	FailureKind killedSession() {
		return FailureKind.SERVER_SHUTDOWN;
	}

	@Override
	FailureKind stoppedServer() {
		return FailureKind.SERVER_SHUTDOWN;
	}

	@Override
	void allowOneConnection(TestDatabase database) {
		database.admin().execute("alter role %s connection limit 1".formatted(database.username()));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsSerializationFailureAtCommit(Access access) {
		assertThat(kind(provoke(access).writeSkew())).isEqualTo(FailureKind.SERIALIZATION_FAILURE);
	}

	@Test
	void reportsLockThatIsNotWaitedFor() {
		assertThat(kind(provoke().queryOfLockedRow("select id from account where id = 1 for update nowait")))
			.isEqualTo(FailureKind.LOCK_TIMEOUT);
	}

	@Test
	void reportsExclusionViolation() {
		assertThat(kind(provoke().statements("""
				create table booking (room int4range,
				constraint ex_booking_room exclude using gist (room with &&))""",
				"insert into booking values ('[1,5]')", "insert into booking values ('[5,9]')")))
			.isEqualTo(FailureKind.EXCLUSION_VIOLATION);
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsDeferredConstraintAtCommit(Access access) {
		assertThat(kind(provoke(access).statements(
				"create table late (parent_id int references parent (id) deferrable initially deferred)",
				"insert into late values (99)")))
			.isEqualTo(FailureKind.FOREIGN_KEY_VIOLATION);
	}

	@Test
	void reportsRestrictedParent() {
		assertThat(kind(provoke().statements(
				"create table strict_child (parent_id int references parent (id) on delete restrict)",
				"insert into strict_child values (1)", "delete from parent where id = 1")))
			.isEqualTo(FailureKind.FOREIGN_KEY_VIOLATION);
	}

	@Test
	void reportsFailedBatchOfRewrittenInserts() {
		assertThat(kind(this.sessions.failingBatch(Map.of("reWriteBatchedInserts", "true"))))
			.isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	// pgjdbc 42.7.13 names the first failure as the cause of 25P02
	@Test
	void reportsSwallowedFailureBehindTheAbortedTransaction() {
		assertThat(kind(provoke().statementAfterSwallowed("insert into account values (1, 0)", "select 1")))
			.isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

}

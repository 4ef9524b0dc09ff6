package dev.resilientdb.failure;

import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.test.JdbcTemplateTransactions;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What products with row locks, users and strictly typed columns report besides.
 */
abstract class MultiUserFailureContract extends RealFailureContract {

	MultiUserFailureContract(TestDatabase database) {
		super(database);
	}

	abstract FailureKind killedSession();

	/**
	 * What a rollback on a lost connection may look like.
	 */
	Set<FailureKind> failedRollback() {
		return Set.of(FailureKind.CONNECTION_LOST);
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsDeadlock(Access access) {
		assertThat(kind(provoke(access).deadlock())).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void reportsKilledSession() {
		assertThat(kind(provoke().killedSession())).isEqualTo(killedSession());
	}

	@Test
	void reportsKilledSessionBehindFailedRollbackOfPooledConnection() {
		try (HikariDataSource pool = this.database.pool(1)) {
			assertThat(kind(new Provocations(this.database, new JdbcTemplateTransactions(pool)).killedSession()))
				.isEqualTo(killedSession());
		}
	}

	// The failed rollback is all that is left of it
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDBC")
	void reportsKilledSessionBehindFailedRollback(Access access) {
		assertThat(kind(provoke(access).killedSession())).isIn(failedRollback());
	}

	@Test
	void reportsQueryTimeout() {
		assertThat(kind(this.sessions.queryTimeout(endlessQuery()))).isEqualTo(FailureKind.STATEMENT_TIMEOUT);
	}

	@Test
	void reportsQueryCancelledFromOutside() {
		assertThat(kind(this.sessions.cancelledFromOutside(endlessQuery()))).isEqualTo(cancelled());
	}

	@Test
	void reportsValueTooLong() {
		assertThat(kind(provoke().statements("insert into ticket (id, code) values (1, 'TOOLONG')")))
			.isEqualTo(FailureKind.VALUE_TOO_LONG);
	}

	@Test
	void reportsValueOutOfRange() {
		assertThat(kind(provoke().statements("insert into account values (3, 99999999999)")))
			.isEqualTo(FailureKind.VALUE_OUT_OF_RANGE);
	}

	@Test
	void reportsWrongPassword() {
		assertThat(kind(this.sessions.wrongPassword())).isEqualTo(FailureKind.AUTHENTICATION);
	}

	@Test
	void reportsMissingPrivilege() {
		assertThat(kind(missingPrivilege(provoke()))).isEqualTo(FailureKind.PERMISSION);
	}

	abstract Throwable missingPrivilege(Provocations provocations);

}

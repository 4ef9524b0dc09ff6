package dev.resilientdb.failure;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What products that run in a process of their own report besides, also while that
 * process goes away.
 */
abstract class ServerFailureContract extends MultiUserFailureContract {

	private DatabaseServer server;

	TestDatabase victim;

	private SessionProvocations victims;

	ServerFailureContract(TestDatabase database) {
		super(database);
	}

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer();

	abstract Throwable statementTimeout(Provocations provocations);

	abstract FailureKind stoppedServer();

	/**
	 * Lets the owner of the given database have one connection at a time.
	 */
	abstract void allowOneConnection(TestDatabase database);

	@BeforeAll
	void startOwnServer() {
		this.server = startServer();
		this.victim = TestDatabase.on(this.server);
		this.victims = new SessionProvocations(this.victim);
	}

	@AfterAll
	void closeOwnServer() {
		this.server.close();
	}

	@Test
	void reportsStatementTimeoutOfTheServer() {
		assertThat(kind(statementTimeout(provoke()))).isEqualTo(FailureKind.STATEMENT_TIMEOUT);
	}

	@Test
	void reportsSessionKilledWhileItRunsAQuery() {
		assertThat(kind(this.sessions.killedWhileRunning(endlessQuery()))).isEqualTo(killedSession());
	}

	@Test
	void reportsTooManyConnectionsOfTheUser() {
		try (TestDatabase limited = TestDatabase.on(this.server)) {
			allowOneConnection(limited);
			assertThat(kind(new SessionProvocations(limited).secondConnection()))
				.isEqualTo(FailureKind.TOO_MANY_CONNECTIONS);
		}
	}

	@Test
	void reportsTooManyConnectionsOfTheServer() {
		assertThat(kind(this.victims.connectionsUntilRefused())).isEqualTo(FailureKind.TOO_MANY_CONNECTIONS);
	}

	@Test
	void reportsStoppedServer() {
		Throwable thrown = this.victims.connectionUsedAfter(this.server::stop);
		this.server.restart();
		assertThat(kind(thrown)).isEqualTo(stoppedServer());
	}

	@Test
	void reportsCrashedServer() {
		Throwable thrown = this.victims.connectionUsedAfter(this.server::kill);
		this.server.restart();
		// A PostgreSQL backend may outlive its postmaster for long enough to say 57P01
		assertThat(kind(thrown)).isIn(FailureKind.CONNECTION_LOST, stoppedServer());
	}

}

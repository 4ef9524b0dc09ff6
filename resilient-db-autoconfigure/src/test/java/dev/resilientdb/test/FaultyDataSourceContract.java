package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Faults tell the truth: the server is in the state that they claim.
 */
abstract class FaultyDataSourceContract {

	private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

	abstract TestDatabase database();

	abstract ProductFaults product();

	/**
	 * How many rows remain of a transaction that goes on after a deadlock.
	 */
	int rowsAfterDeadlock() {
		return 0;
	}

	@BeforeEach
	final void createTable() {
		database().owner().execute("drop table if exists entry", "create table entry (id integer)");
	}

	@Test
	void commitThatIsLostTakesNoEffect() throws Exception {
		commitUnder(Fault.LOST);
		assertThat(rows()).isZero();
	}

	@Test
	void commitWhoseAnswerIsLostTakesEffect() throws Exception {
		commitUnder(Fault.ANSWER_LOST);
		assertThat(rows()).isOne();
	}

	@Test
	void commitThatIsRefusedTakesNoEffect() throws Exception {
		commitUnder(Fault.DEADLOCK);
		assertThat(rows()).isZero();
	}

	@Test
	void deadlockUndoesTheTransaction() throws Exception {
		try (Connection connection = begin(); Statement statement = connection.createStatement()) {
			statement.execute("insert into entry values (1)");
			this.next.set(Fault.DEADLOCK);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("select 1"));
			endQuietly(connection);
		}
		assertThat(rows()).isEqualTo(rowsAfterDeadlock());
	}

	@Test
	void rollbackThatIsNotSentLeavesTransactionOpen() throws Exception {
		try (Connection connection = begin(); Statement statement = connection.createStatement()) {
			statement.execute("insert into entry values (1)");
			this.next.set(Fault.NOT_SENT);
			assertThatExceptionOfType(SQLException.class).isThrownBy(connection::rollback);
			connection.setAutoCommit(true);
		}
		assertThat(rows()).isOne();
	}

	// PostgreSQL's driver 42.7.13 does not tell that the server rolled back instead
	private static void endQuietly(Connection connection) {
		Throwable thrown = catchThrowable(connection::commit);
		assertThat(thrown).satisfiesAnyOf((none) -> assertThat(none).isNull(),
				(refused) -> assertThat(refused).isInstanceOf(SQLException.class));
	}

	private void commitUnder(Fault fault) throws Exception {
		try (Connection connection = begin(); Statement statement = connection.createStatement()) {
			statement.execute("insert into entry values (1)");
			this.next.set(fault);
			assertThatExceptionOfType(SQLException.class).isThrownBy(connection::commit);
		}
	}

	private Connection begin() throws SQLException {
		Connection connection = new FaultyDataSource(database().dataSource(), product(), this::strike).getConnection();
		connection.setAutoCommit(false);
		return connection;
	}

	private Fault strike(FaultSite site) {
		return this.next.get().strikesAt(site) ? this.next.getAndSet(Fault.NONE) : Fault.NONE;
	}

	private int rows() {
		return new JdbcTemplate(database().dataSource()).queryForObject("select count(*) from entry", Integer.class);
	}

}

package dev.resilientdb.failure;

import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import dev.resilientdb.test.JdbcTransactions;
import dev.resilientdb.test.SqlTransactions;
import dev.resilientdb.test.SqlTransactions.Sql;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Makes a database report conflicts between transactions for real. Every provocation
 * answers what its transaction threw.
 */
final class Provocations {

	/**
	 * Tables that every provocation relies on. Failing transactions leave them as they
	 * are.
	 */
	static final String[] TABLES = { "create table account (id int primary key, balance int not null)",
			"insert into account values (1, 100)", "insert into account values (2, 100)",
			"create table parent (id int primary key)", "insert into parent values (1)", """
					create table ticket (id int primary key, code varchar(5) not null, amount int, parent_id int,
					constraint uk_ticket_code unique (code),
					constraint ck_ticket_amount check (amount >= 0),
					constraint fk_ticket_parent foreign key (parent_id) references parent (id))""" };

	private final TestDatabase database;

	private final SqlTransactions transactions;

	Provocations(TestDatabase database, SqlTransactions transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * The statements, one after the other in one transaction, are expected to fail.
	 */
	Throwable statements(String... statements) {
		return catchThrowable(() -> this.transactions.run((sql) -> updateAll(sql, statements)));
	}

	private void updateAll(Sql sql, String... statements) throws Exception {
		for (String statement : statements) {
			sql.update(statement);
		}
	}

	/**
	 * Two transactions take the same two rows in opposite order: one of them is the
	 * victim.
	 */
	Throwable deadlock() {
		CyclicBarrier eachHoldsOne = new CyclicBarrier(2);
		CompletableFuture<Throwable> other = CompletableFuture
			.supplyAsync(() -> catchThrowable(() -> transfer(2, 1, eachHoldsOne)));
		Throwable thrown = catchThrowable(() -> transfer(1, 2, eachHoldsOne));
		Throwable otherThrown = other.orTimeout(30, TimeUnit.SECONDS).join();
		return (thrown != null) ? thrown : otherThrown;
	}

	private void transfer(int from, int to, CyclicBarrier eachHoldsOne) throws Exception {
		this.transactions.run((sql) -> {
			sql.update("update account set balance = balance - 1 where id = " + from);
			eachHoldsOne.await(10, TimeUnit.SECONDS);
			sql.update("update account set balance = balance + 1 where id = " + to);
		});
	}

	/**
	 * Updates a row that another transaction changed and committed after this one had
	 * read it.
	 */
	Throwable updateOfChangedRow(int isolation, String... before) {
		return catchThrowable(() -> this.transactions.run(isolation, (sql) -> {
			updateAll(sql, before);
			sql.query("select balance from account where id = 1");
			this.database.owner().execute("update account set balance = balance + 1 where id = 1");
			sql.update("update account set balance = balance - 1 where id = 1");
		}));
	}

	/**
	 * Two serializable transactions each read what the other one writes: the second
	 * learns it when it commits.
	 */
	Throwable writeSkew() {
		return catchThrowable(() -> this.transactions.run(Connection.TRANSACTION_SERIALIZABLE, (sql) -> {
			sql.query("select sum(balance) from account");
			new JdbcTransactions(this.database.dataSource()).run(Connection.TRANSACTION_SERIALIZABLE, (other) -> {
				other.query("select sum(balance) from account");
				sql.update("update account set balance = balance - 1 where id = 1");
				other.update("update account set balance = balance - 1 where id = 2");
			});
		}));
	}

	/**
	 * Updates a row that another transaction holds.
	 */
	Throwable updateOfLockedRow(String... before) {
		return catchThrowable(() -> new JdbcTransactions(this.database.dataSource()).run((holder) -> {
			holder.update("update account set balance = balance + 1 where id = 1");
			this.transactions.run((sql) -> {
				updateAll(sql, before);
				sql.update("update account set balance = balance - 1 where id = 1");
			});
		}));
	}

	/**
	 * Reads a row that another transaction holds.
	 */
	Throwable queryOfLockedRow(String query) {
		return catchThrowable(() -> new JdbcTransactions(this.database.dataSource()).run((holder) -> {
			holder.update("update account set balance = balance + 1 where id = 1");
			this.transactions.run((sql) -> sql.query(query));
		}));
	}

	/**
	 * The transaction goes on although a statement failed.
	 */
	Throwable statementAfterSwallowed(String failing, String next) {
		return catchThrowable(() -> this.transactions.run((sql) -> {
			assertThatException().isThrownBy(() -> sql.update(failing));
			sql.query(next);
		}));
	}

	/**
	 * The session ends from outside in the middle of a transaction.
	 */
	Throwable killedSession() {
		return catchThrowable(() -> this.transactions.run((sql) -> {
			Number session = (Number) sql.query(this.database.sessions().id());
			this.database.kill(session.longValue());
			sql.update("update account set balance = 0 where id = 1");
		}));
	}

}

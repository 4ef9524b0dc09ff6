package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * The server raises the errors itself, so that the transaction is aborted as after a real
 * one.
 */
final class PostgresFaults implements ProductFaults {

	@Override
	public void statement(Connection physical, Fault fault) throws SQLException {
		try (Statement statement = physical.createStatement()) {
			statement
				.execute("do $$ begin raise exception 'injected' using errcode = '%s'; end $$".formatted(state(fault)));
		}
	}

	// A refused COMMIT ends the transaction
	@Override
	public void commit(Connection physical, Fault fault) throws SQLException {
		try {
			statement(physical, fault);
		}
		catch (SQLException ex) {
			physical.rollback();
			throw ex;
		}
	}

	private static String state(Fault fault) {
		return switch (fault) {
			case DEADLOCK -> "40P01";
			case SERIALIZATION_FAILURE -> "40001";
			case LOCK_TIMEOUT -> "55P03";
			case UNIQUE_VIOLATION -> "23505";
			default -> throw new IllegalArgumentException("No error of a statement: " + fault);
		};
	}

	@Override
	public void cut(Connection physical) throws SQLException {
		physical.abort(Runnable::run);
	}

	@Override
	public SQLException lost() {
		return new PSQLException("injected", PSQLState.CONNECTION_FAILURE);
	}

	@Override
	public SQLException refused() {
		return new PSQLException("injected", PSQLState.CONNECTION_UNABLE_TO_CONNECT);
	}

	@Override
	public SQLException notSent() {
		return new PSQLException("injected", PSQLState.UNEXPECTED_ERROR);
	}

}

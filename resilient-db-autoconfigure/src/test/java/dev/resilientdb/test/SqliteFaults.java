package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite knows no deadlock: every conflict is a busy file, also in COMMIT, and leaves the
 * transaction open. Closing a connection rolls back.
 */
final class SqliteFaults implements ProductFaults {

	@Override
	public void statement(Connection physical, Fault fault) throws SQLException {
		throw exception((fault == Fault.UNIQUE_VIOLATION) ? SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
				: SQLiteErrorCode.SQLITE_BUSY);
	}

	@Override
	public void commit(Connection physical, Fault fault) throws SQLException {
		statement(physical, fault);
	}

	@Override
	public void cut(Connection physical) throws SQLException {
		physical.close();
	}

	@Override
	public SQLException lost() {
		return exception(SQLiteErrorCode.SQLITE_IOERR);
	}

	@Override
	public SQLException refused() {
		return exception(SQLiteErrorCode.SQLITE_CANTOPEN);
	}

	@Override
	public SQLException notSent() {
		return exception(SQLiteErrorCode.SQLITE_ERROR);
	}

	private static SQLException exception(SQLiteErrorCode code) {
		return new SQLiteException("injected", code);
	}

}

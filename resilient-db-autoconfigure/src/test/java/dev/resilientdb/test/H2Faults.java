package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.ErrorCode;
import org.h2.message.DbException;

/**
 * H2 in this process: a deadlock has rolled back the transaction, everything else only
 * its statement. Closing a connection rolls back.
 */
final class H2Faults implements ProductFaults {

	@Override
	public void statement(Connection physical, Fault fault) throws SQLException {
		if (fault == Fault.DEADLOCK) {
			physical.rollback();
		}
		throw exception(switch (fault) {
			case DEADLOCK -> ErrorCode.DEADLOCK_1;
			case SERIALIZATION_FAILURE -> ErrorCode.CONCURRENT_UPDATE_1;
			case LOCK_TIMEOUT -> ErrorCode.LOCK_TIMEOUT_1;
			case UNIQUE_VIOLATION -> ErrorCode.DUPLICATE_KEY_1;
			default -> throw new IllegalArgumentException("No error of a statement: " + fault);
		});
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
		return exception(ErrorCode.CONNECTION_BROKEN_1);
	}

	@Override
	public SQLException refused() {
		return exception(ErrorCode.REMOTE_CONNECTION_NOT_ALLOWED);
	}

	@Override
	public SQLException notSent() {
		return exception(ErrorCode.GENERAL_ERROR_1);
	}

	private static SQLException exception(int code) {
		return DbException.get(code, "injected").getSQLException();
	}

}

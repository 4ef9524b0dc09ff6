package dev.resilientdb.test;

import java.lang.reflect.Constructor;
import java.sql.SQLException;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import com.mysql.cj.jdbc.exceptions.MysqlDataTruncation;
import com.mysql.cj.jdbc.exceptions.SQLError;
import oracle.jdbc.driver.DatabaseError;
import org.h2.message.DbException;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The drivers' own exceptions with the texts of servers that are not at hand.
 */
public final class DriverExceptions {

	private DriverExceptions() {
	}

	/**
	 * Fields as in the protocol: {@code C23505;nuk_email;tusers}, separated by a
	 * semicolon.
	 */
	public static SQLException postgres(String fields) {
		return new PSQLException(new ServerErrorMessage("SERROR\0" + fields.replace(';', '\0') + "\0"));
	}

	public static SQLException mySql(String state, int code, String message) {
		return state.equals("22001") ? new MysqlDataTruncation(message, 0, false, false, 0, 0, code)
				: SQLError.createSQLException(message, state, code, null);
	}

	public static SQLException mariaDb(String state, int code, String message) {
		try {
			return new ExceptionFactory(Configuration.parse("jdbc:mariadb://localhost/test"),
					HostAddress.from("localhost", 3306))
				.create(message, state, code);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static SQLException h2(int code, String message) {
		return DbException.getJdbcSQLException(message, "insert into x values (\"PUBLIC.SPOOF ON T(A)\")",
				String.valueOf(code), code, null, null);
	}

	public static SQLException sqlite(int code, String text) {
		SQLiteErrorCode resultCode = SQLiteErrorCode.getErrorCode(code);
		return new SQLiteException("%s (%s)".formatted(resultCode, text), resultCode);
	}

	public static SQLException sqlServer(String state, int code, String message) {
		try {
			Constructor<SQLServerException> constructor = SQLServerException.class.getDeclaredConstructor(String.class,
					String.class, int.class, Throwable.class);
			constructor.setAccessible(true);
			return constructor.newInstance(message, state, code, null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static SQLException oracle(int code, String message) {
		return DatabaseError.newSQLException(null, message, code);
	}

}

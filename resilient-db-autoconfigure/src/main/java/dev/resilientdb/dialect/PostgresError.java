package dev.resilientdb.dialect;

import java.lang.reflect.Method;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a PostgreSQL error as
 * <a href="https://www.postgresql.org/docs/current/protocol-error-fields.html">the
 * protocol</a> transports them, in any language of the server. Read by name, because
 * YugabyteDB's driver has the same classes in packages of its own.
 *
 * @param error the driver's {@code ServerErrorMessage}
 */
record PostgresError(Object error) {

	/**
	 * The fields in the given exception.
	 * @return the fields, or null when no server reported it
	 */
	static @Nullable PostgresError of(SQLException ex) {
		if (!ex.getClass().getSimpleName().equals("PSQLException")) {
			return null;
		}
		Object error = call(ex, "getServerErrorMessage");
		return (error != null) ? new PostgresError(error) : null;
	}

	@Nullable String constraint() {
		return field("getConstraint");
	}

	@Nullable String schema() {
		return field("getSchema");
	}

	@Nullable String table() {
		return field("getTable");
	}

	@Nullable String column() {
		return field("getColumn");
	}

	@Nullable String detail() {
		return field("getDetail");
	}

	@Nullable String message() {
		return field("getMessage");
	}

	@Nullable String routine() {
		return field("getRoutine");
	}

	private @Nullable String field(String getter) {
		return (String) call(this.error, getter);
	}

	private static @Nullable Object call(Object target, String getter) {
		try {
			Method method = target.getClass().getMethod(getter);
			return method.invoke(target);
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}

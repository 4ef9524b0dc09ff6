package dev.resilientdb.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A connection that notices when Flyway asks for its lock: PostgreSQL is asked every
 * second, MySQL and MariaDB wait ten seconds for each answer, H2 as long as its URL says.
 */
final class RunConnection implements InvocationHandler {

	private static final Pattern ADVISORY = Pattern.compile("SELECT pg_try_advisory(?:_xact)?_lock\\((-?\\d+)\\)");

	private static final String NAMED = "SELECT GET_LOCK(?,10)";

	private static final int NAMED_SECONDS = 10;

	private static final String NAMED_LIMITED = "SELECT GET_LOCK(?,%d)";

	private final Connection target;

	private final RunProgress progress;

	private final LockPatience patience;

	private final Ending ending;

	private @Nullable String namedLock;

	RunConnection(Connection target, RunProgress progress, LockPatience patience, Ending ending) {
		this.target = target;
		this.progress = progress;
		this.patience = patience;
		this.ending = ending;
	}

	Connection proxy() {
		return (Connection) Proxy.newProxyInstance(RunConnection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, this);
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			case "close" -> close();
			case "createStatement", "prepareCall" -> begin(method, arguments);
			case "prepareStatement" -> prepare(method, arguments);
			default -> call(this.target, method, arguments);
		};
	}

	private @Nullable Object close() throws SQLException {
		this.ending.end();
		return null;
	}

	private @Nullable Object begin(Method method, Object @Nullable [] arguments) throws Throwable {
		this.progress.goesOn();
		return call(this.target, method, arguments);
	}

	private @Nullable Object prepare(Method method, Object @Nullable [] arguments) throws Throwable {
		String sql = (arguments != null && arguments.length == 1) ? String.valueOf(arguments[0]) : "";
		if (sql.equals(NAMED)) {
			return named();
		}
		if (RowLock.isTakenBy(sql) && !this.progress.isInScript()) {
			return new RowLock(this.target.prepareStatement(sql), sql, this.progress, this.patience).proxy();
		}
		Matcher advisory = ADVISORY.matcher(sql);
		if (advisory.matches()) {
			this.patience.left(this.progress.asksFor(advisory.group(1)));
		}
		else {
			this.progress.goesOn();
		}
		return call(this.target, method, arguments);
	}

	// Its name comes as a parameter, and another attempt is known by the name before
	private PreparedStatement named() throws SQLException {
		Duration waited = (this.namedLock != null) ? this.progress.asksFor(this.namedLock) : Duration.ZERO;
		Duration left = this.patience.left(waited);
		long seconds = (left != null) ? Math.max(1, Math.min(NAMED_SECONDS, left.toSeconds())) : NAMED_SECONDS;
		PreparedStatement statement = this.target.prepareStatement(NAMED_LIMITED.formatted(seconds));
		InvocationHandler handler = (proxy, method, arguments) -> {
			if (method.getName().equals("setString") && arguments != null) {
				this.namedLock = String.valueOf(arguments[1]);
				this.progress.asksFor(this.namedLock);
			}
			return call(statement, method, arguments);
		};
		return (PreparedStatement) Proxy.newProxyInstance(RunConnection.class.getClassLoader(),
				new Class<?>[] { PreparedStatement.class }, handler);
	}

	private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * What becomes of the connection when it is closed.
	 */
	@FunctionalInterface
	interface Ending {

		void end() throws SQLException;

	}

}

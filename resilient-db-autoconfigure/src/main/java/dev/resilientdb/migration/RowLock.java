package dev.resilientdb.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The statement by which Flyway locks the rows of the history on H2, which gives up after
 * two seconds unless its URL says otherwise.
 */
record RowLock(PreparedStatement statement, String sql, RunProgress progress,
		LockPatience patience) implements InvocationHandler {

	private static final Pattern SQL = Pattern.compile("select \\* from .+ for update");

	private static final int LOCK_TIMEOUT = 50200;

	// With a URL that says not to wait at all
	private static final long PAUSE_NANOS = 50_000_000;

	static boolean isTakenBy(String sql) {
		return SQL.matcher(sql).matches();
	}

	PreparedStatement proxy() {
		return (PreparedStatement) Proxy.newProxyInstance(RowLock.class.getClassLoader(),
				new Class<?>[] { PreparedStatement.class }, this);
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("execute") && method.getParameterCount() == 0) {
			return take();
		}
		try {
			return method.invoke(this.statement, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private Object take() throws Throwable {
		while (true) {
			this.progress.asksFor(this.sql);
			try {
				return attempt();
			}
			catch (SQLException ex) {
				if (ex.getErrorCode() != LOCK_TIMEOUT) {
					throw ex;
				}
				this.patience.left(this.progress.asksFor(this.sql));
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
	}

	// H2 takes an interrupt for the end of the time and forgets it, while this keeps it
	private Object attempt() throws Throwable {
		CompletableFuture<Boolean> attempt = new CompletableFuture<>();
		LockThread.of(() -> execute(attempt)).start();
		try {
			return attempt.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
	}

	private void execute(CompletableFuture<Boolean> attempt) {
		try {
			attempt.complete(this.statement.execute());
		}
		catch (SQLException | RuntimeException | Error ex) {
			attempt.completeExceptionally(ex);
		}
	}

}

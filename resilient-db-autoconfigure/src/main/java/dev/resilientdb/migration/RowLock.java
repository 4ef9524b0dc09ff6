package dev.resilientdb.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
			Duration left = this.patience.left(this.progress.asksFor(this.sql));
			try {
				return attempt((left != null) ? left.toNanos() : Long.MAX_VALUE);
			}
			catch (SQLException ex) {
				if (ex.getErrorCode() != LOCK_TIMEOUT) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
	}

	// H2 takes an interrupt for the end of its time and forgets it: a thread of its own
	// hears ours
	private Object attempt(long nanos) throws Throwable {
		boolean interrupted = Thread.interrupted();
		CompletableFuture<Boolean> attempt = new CompletableFuture<>();
		Thread thread = LockThread.of(() -> execute(attempt));
		thread.start();
		try {
			return await(thread, attempt, nanos);
		}
		catch (InterruptedException ex) {
			interrupted = true;
			return ended(thread, attempt);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private Object await(Thread thread, CompletableFuture<Boolean> attempt, long nanos) throws Throwable {
		try {
			return attempt.get(nanos, TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
		catch (TimeoutException ex) {
			return exhausted(thread, attempt);
		}
	}

	// H2 tells who holds the lock only while somebody waits for it
	private Object exhausted(Thread thread, CompletableFuture<Boolean> attempt) throws Throwable {
		try {
			this.patience.left(this.progress.asksFor(this.sql));
		}
		catch (MigrationLockException ex) {
			thread.interrupt();
			attempt.handle((result, failure) -> failure).join();
			throw ex;
		}
		return ended(thread, attempt);
	}

	private static Object ended(Thread thread, CompletableFuture<Boolean> attempt) throws Throwable {
		thread.interrupt();
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

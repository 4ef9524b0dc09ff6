package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, tries and closes the connections of a probe. What a driver says of a
 * connection's validity counts once it has called one valid: some never do, and drivers
 * of the first years have no answer at all.
 */
final class ProbeConnections {

	private static final Logger logger = LoggerFactory.getLogger(ProbeConnections.class);

	private final Opener opener;

	private final Executor executor;

	private final int timeoutSeconds;

	private volatile Trust trust = Trust.UNPROVEN;

	/**
	 * Creates them.
	 * @param executor runs what may hang
	 */
	ProbeConnections(Opener opener, Executor executor, Duration timeout) {
		this.opener = opener;
		this.executor = executor;
		this.timeoutSeconds = (int) Math.max(1, timeout.toSeconds());
	}

	Connection open() throws SQLException {
		return this.opener.open();
	}

	/**
	 * Whether a connection that was kept still works. One that does not says little: a
	 * new one is asked next.
	 */
	boolean stillWorks(Connection kept) {
		try {
			return isValid(kept);
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Connection of the probe broke", ex);
			return false;
		}
	}

	/**
	 * What to keep of a connection just opened.
	 * @return null when the driver does not tell later whether it still works
	 * @throws SQLException when it does not work although it could be opened
	 */
	@Nullable Connection keep(Connection opened) throws SQLException {
		if (isValid(opened)) {
			return opened;
		}
		close(opened);
		if (this.trust == Trust.PROVEN) {
			throw new SQLException("The connection is not valid");
		}
		return null;
	}

	private boolean isValid(Connection connection) throws SQLException {
		try {
			boolean valid = connection.isValid(this.timeoutSeconds);
			this.trust = valid ? Trust.PROVEN : this.trust;
			return valid;
		}
		catch (SQLException | LinkageError ex) {
			if (this.trust == Trust.PROVEN) {
				throw ex;
			}
			logger.debug("Driver does not tell whether a connection is valid", ex);
			return false;
		}
	}

	void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Connection of the probe cannot be closed", ex);
		}
	}

	void closeInBackground(@Nullable Connection connection) {
		if (connection != null) {
			inBackground(() -> close(connection));
		}
	}

	/**
	 * Frees the thread that uses the connection where the driver lets itself be freed.
	 */
	void abort(Connection connection) {
		inBackground(() -> tryAbort(connection));
	}

	private void tryAbort(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Connection of the probe cannot be aborted", ex);
		}
	}

	private void inBackground(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			logger.debug("No thread to close a connection of the probe in", ex);
		}
	}

	private enum Trust {

		UNPROVEN, PROVEN

	}

	/**
	 * Opens a connection outside the pool.
	 */
	@FunctionalInterface
	interface Opener {

		Connection open() throws SQLException;

	}

}

package dev.resilientdb.sample.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every connection that a server allows, and those of a pool as it loses them,
 * until it is stopped.
 */
final class ConnectionGrabber implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionGrabber.class);

	private static final int MOST = 500;

	private static final int PAUSE_MILLIS = 20;

	private final HikariDataSource pool;

	private final List<Connection> taken = new ArrayList<>();

	private final Thread thread = new Thread(this, "drill-grabber");

	private volatile boolean stopped;

	ConnectionGrabber(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Whether the server refuses to give more, so that grabbing makes sense.
	 */
	boolean findsTheEnd() {
		return grab();
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Gives everything back.
	 */
	void stop() throws InterruptedException {
		this.stopped = true;
		this.thread.join();
		this.taken.forEach(ConnectionGrabber::close);
	}

	@Override
	public void run() {
		try {
			while (!this.stopped) {
				grab();
				if (this.pool.getHikariPoolMXBean().getTotalConnections() > 0) {
					this.pool.getHikariPoolMXBean().softEvictConnections();
				}
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean grab() {
		while (this.taken.size() < MOST) {
			try {
				this.taken.add(OutsidePool.connect(this.pool));
			}
			catch (SQLException ex) {
				// This is how the server says that there are no more
				return true;
			}
		}
		return false;
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			logger.debug("A connection of the drill cannot be closed", ex);
		}
	}

}

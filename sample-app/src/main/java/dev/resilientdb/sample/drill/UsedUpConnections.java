package dev.resilientdb.sample.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.sample.RefusedException;

/**
 * Others take every connection that the server has.
 */
@Component
@Order(5)
class UsedUpConnections implements Outage {

	private static final int MOST = 500;

	private final HikariDataSource pool;

	UsedUpConnections(HikariDataSource pool) {
		this.pool = pool;
	}

	@Override
	public String name() {
		return "connections-used-up";
	}

	@Override
	public String story() {
		return "Other clients take every connection that the server allows, and the pool loses its own.";
	}

	@Override
	public PoolVerdict expected() {
		return PoolVerdict.EXHAUSTED;
	}

	@Override
	public Repair inflict() throws SQLException {
		List<Connection> taken = new ArrayList<>();
		HikariPoolMXBean running = this.pool.getHikariPoolMXBean();
		// The pool opens new ones as fast as it loses its own
		while (takeAll(taken) && running.getTotalConnections() > 0) {
			running.softEvictConnections();
		}
		Repair repair = () -> closeAll(taken);
		if (taken.size() >= MOST) {
			repair.mend();
			throw RefusedException
				.impossible("This drill needs a server that allows fewer than " + MOST + " connections.");
		}
		return repair;
	}

	/**
	 * Takes what is left.
	 * @return whether the server said that there are no more
	 */
	private boolean takeAll(List<Connection> taken) {
		while (taken.size() < MOST) {
			try {
				taken.add(OutsidePool.connect(this.pool));
			}
			catch (SQLException ex) {
				return true;
			}
		}
		return false;
	}

	private static void closeAll(List<Connection> taken) throws SQLException {
		for (Connection connection : taken) {
			connection.close();
		}
	}

}

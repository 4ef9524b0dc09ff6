package dev.resilientdb.sample.drill;

import com.zaxxer.hikari.HikariDataSource;

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
	public Repair inflict() throws InterruptedException {
		ConnectionGrabber grabber = new ConnectionGrabber(this.pool);
		if (!grabber.findsTheEnd()) {
			grabber.stop();
			throw RefusedException.impossible("This drill needs a server that allows a few hundred connections.");
		}
		grabber.start();
		return grabber::stop;
	}

}

package dev.resilientdb.sample.drill;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.sample.RefusedException;

/**
 * The pool's credentials are changed to ones that the server does not accept.
 */
@Component
@Order(6)
class WrongPassword implements Outage {

	private static final Credentials NOBODY = Credentials.of("nobody", "wrong");

	private final HikariDataSource pool;

	WrongPassword(HikariDataSource pool) {
		this.pool = pool;
	}

	@Override
	public String name() {
		return "wrong-password";
	}

	@Override
	public String story() {
		return "The application's credentials are no longer accepted, and its connections are renewed.";
	}

	@Override
	public PoolVerdict expected() {
		return PoolVerdict.BAD_CREDENTIALS;
	}

	@Override
	public Repair inflict() {
		Credentials right = this.pool.getCredentials();
		this.pool.setCredentials(NOBODY);
		if (accepted()) {
			this.pool.setCredentials(right);
			throw RefusedException.impossible("This drill needs a database that asks who is there.");
		}
		this.pool.getHikariPoolMXBean().softEvictConnections();
		return () -> this.pool.setCredentials(right);
	}

	private boolean accepted() {
		try {
			OutsidePool.connect(this.pool).close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

}

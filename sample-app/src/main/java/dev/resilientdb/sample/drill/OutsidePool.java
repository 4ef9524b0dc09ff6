package dev.resilientdb.sample.drill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Connections like those of the pool that do not come from it.
 */
final class OutsidePool {

	private OutsidePool() {
	}

	static Connection connect(HikariDataSource pool) throws SQLException {
		return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
	}

}

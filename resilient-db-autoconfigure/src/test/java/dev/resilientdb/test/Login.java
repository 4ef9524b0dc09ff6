package dev.resilientdb.test;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Who connects where.
 *
 * @param url the JDBC URL
 * @param username the user, empty when the product knows none
 * @param password the password
 */
public record Login(String url, String username, String password) {

	/**
	 * Opens a new connection each time.
	 */
	public DataSource dataSource() {
		return dataSource(Map.of());
	}

	/**
	 * Opens a new connection each time, with the given driver properties.
	 */
	public DataSource dataSource(Map<String, String> driverProperties) {
		Properties properties = new Properties();
		properties.putAll(driverProperties);
		DriverManagerDataSource dataSource = new DriverManagerDataSource(this.url, this.username, this.password);
		dataSource.setConnectionProperties(properties);
		return dataSource;
	}

	/**
	 * A pool of at most the given size, to be closed by the caller. It does not connect
	 * before it is asked to.
	 * @param timeout how long a caller waits for a connection
	 */
	public HikariDataSource pool(int size, Duration timeout) {
		HikariConfig config = new HikariConfig();
		config.setDataSource(dataSource());
		config.setMaximumPoolSize(size);
		config.setMinimumIdle(0);
		config.setConnectionTimeout(timeout.toMillis());
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

	/**
	 * Runs the statements one by one, each on a connection and in a transaction of its
	 * own.
	 */
	public void execute(String... statements) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource());
		Stream.of(statements).forEach(jdbc::execute);
	}

}

package dev.resilientdb.proof;

import java.sql.SQLException;
import java.util.Set;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

import dev.resilientdb.test.FaultyDataSource;

/**
 * Ways in which applications reach their database.
 */
final class Connections {

	private Connections() {
	}

	private static DataSource faulty(Premises premises) {
		return new FaultyDataSource(premises.connections(), premises.product(), premises.faults());
	}

	/**
	 * A pool of connections that fail.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Pooled {

		@Bean
		HikariDataSource dataSource(Premises premises) {
			HikariConfig config = new HikariConfig();
			config.setDataSource(faulty(premises));
			config.setMaximumPoolSize(20);
			config.setMinimumIdle(0);
			config.setExceptionOverride(new Broken());
			return new HikariDataSource(config);
		}

	}

	/**
	 * A new connection for each transaction.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Unpooled {

		@Bean
		DataSource dataSource(Premises premises) {
			return faulty(premises);
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	/**
	 * Does not roll back after a failed commit.
	 */
	@Configuration(proxyBeanMethods = false)
	static class PlainManager {

		@Bean
		DataSourceTransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

	}

	/**
	 * HikariCP knows the codes of client and server products. H2 and SQLite in the
	 * process lose no connections, so that it keeps their closed ones.
	 */
	private static final class Broken implements SQLExceptionOverride {

		private static final Set<Integer> CODES = Set.of(10, 90007, 90067);

		@java.lang.Override
		public SQLExceptionOverride.Override adjudicate(SQLException ex) {
			boolean closed = String.valueOf(ex.getMessage()).contains("database connection closed");
			return (closed || CODES.contains(ex.getErrorCode())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
		}

	}

}

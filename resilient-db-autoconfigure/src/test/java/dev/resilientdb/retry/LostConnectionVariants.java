package dev.resilientdb.retry;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Configurations under which a lost connection looks different to the application.
 */
final class LostConnectionVariants {

	private LostConnectionVariants() {
	}

	/**
	 * Does not translate the exceptions of commit and rollback, so that a failed commit
	 * is not followed by a rollback.
	 */
	@Configuration(proxyBeanMethods = false)
	static class PlainTransactionManager {

		@Bean
		DataSourceTransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

	}

	/**
	 * Without a pool that evicts and masks broken connections.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Unpooled {

		@Bean
		DriverManagerDataSource dataSource(DataSourceProperties properties) {
			return new DriverManagerDataSource(properties.getUrl(), properties.getUsername(), properties.getPassword());
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

}

package dev.resilientdb.proof;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;
import dev.resilientdb.test.FaultyDataSource;
import dev.resilientdb.test.ProductFaults;

/**
 * A second ledger in a database of its own, with its own transaction manager.
 */
class Archive {

	private final JdbcTemplate jdbc;

	Archive(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	@Transactional("archive")
	@DeadlockRetry
	public void file(Order order) {
		this.jdbc.update("insert into filed (order_id) values (?)", order.id());
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean(defaultCandidate = false)
		@Qualifier("archive")
		DataSource archiveDataSource(Premises premises) {
			return new FaultyDataSource(premises.archive().dataSource(), ProductFaults.h2(), premises.faults());
		}

		@Bean(defaultCandidate = false)
		@Qualifier("archive")
		JdbcTransactionManager archiveTransactions(@Qualifier("archive") DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		Archive archive(@Qualifier("archive") DataSource dataSource) {
			return new Archive(dataSource);
		}

	}

}

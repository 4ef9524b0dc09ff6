package dev.resilientdb.retry;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second data source beside Boot's, with a transaction manager of its own, that no
 * injection point takes by default.
 */
@Configuration(proxyBeanMethods = false)
@Import({ TwoDataSources.ByTransaction.class, TwoDataSources.ByClass.class })
class TwoDataSources {

	@Bean(defaultCandidate = false)
	@Qualifier("archive")
	DriverManagerDataSource archive() {
		return new DriverManagerDataSource("jdbc:h2:mem:", "sa", "");
	}

	@Bean(defaultCandidate = false)
	@Qualifier("archive")
	JdbcTransactionManager archiveTransactions(@Qualifier("archive") DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

	static class ByTransaction {

		private final AtomicInteger attempts = new AtomicInteger();

		@Transactional("archive")
		@DeadlockRetry(maxAttempts = 2, delay = "1ms")
		public void run(Runnable work) {
			this.attempts.incrementAndGet();
			work.run();
		}

		int attempts() {
			return this.attempts.get();
		}

	}

	@Qualifier("archive")
	static class ByClass {

		@Transactional
		@DeadlockRetry(maxAttempts = 2, delay = "1ms")
		public void run(Runnable work) {
			work.run();
		}

	}

}

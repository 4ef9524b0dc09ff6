package dev.resilientdb.test;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of {@link JdbcTransactionManager}, statements of {@link JdbcTemplate}.
 */
public final class JdbcTemplateTransactions implements SqlTransactions {

	private final JdbcTransactionManager transactionManager;

	private final JdbcTemplate jdbc;

	public JdbcTemplateTransactions(DataSource dataSource) {
		this.transactionManager = new JdbcTransactionManager(dataSource);
		this.jdbc = new JdbcTemplate(dataSource);
	}

	@Override
	public void run(int isolation, Work work) {
		TransactionTemplate transaction = new TransactionTemplate(this.transactionManager);
		transaction.setIsolationLevel(isolation);
		transaction.executeWithoutResult((status) -> work.runUnchecked(new JdbcTemplateSql(this.jdbc)));
	}

}

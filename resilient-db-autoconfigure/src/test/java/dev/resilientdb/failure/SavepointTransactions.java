package dev.resilientdb.failure;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.test.JdbcTemplateSql;
import dev.resilientdb.test.SqlTransactions;

/**
 * Work in a nested transaction, which is a savepoint of the outer one.
 *
 * @param dataSource an unpooled data source
 */
record SavepointTransactions(DataSource dataSource) implements SqlTransactions {

	@Override
	public void run(int isolation, Work work) {
		JdbcTransactionManager transactionManager = new JdbcTransactionManager(this.dataSource);
		TransactionTemplate nested = new TransactionTemplate(transactionManager);
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		new TransactionTemplate(transactionManager).executeWithoutResult((outer) -> nested.executeWithoutResult(
				(inner) -> work.runUnchecked(new JdbcTemplateSql(new JdbcTemplate(this.dataSource)))));
	}

}

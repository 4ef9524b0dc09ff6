package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Transactions of plain JDBC. Closing the connection rolls back, so that nothing hides
 * the first failure.
 *
 * @param dataSource an unpooled data source
 */
public record JdbcTransactions(DataSource dataSource) implements SqlTransactions {

	@Override
	public void run(int isolation, Work work) throws Exception {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			if (isolation != DEFAULT_ISOLATION) {
				connection.setTransactionIsolation(isolation);
			}
			connection.setAutoCommit(false);
			work.run(new JdbcSql(statement));
			connection.commit();
		}
	}

	private record JdbcSql(Statement statement) implements Sql {

		@Override
		public void update(String sql) throws SQLException {
			this.statement.execute(sql);
		}

		@Override
		public Object query(String query) throws SQLException {
			try (ResultSet rows = this.statement.executeQuery(query)) {
				rows.next();
				return rows.getObject(1);
			}
		}

	}

}

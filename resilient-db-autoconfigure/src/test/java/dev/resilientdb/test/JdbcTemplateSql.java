package dev.resilientdb.test;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements of {@link JdbcTemplate}.
 *
 * @param jdbc on the data source of the current transaction
 */
public record JdbcTemplateSql(JdbcTemplate jdbc) implements SqlTransactions.Sql {

	@Override
	public void update(String sql) {
		this.jdbc.execute(sql);
	}

	@Override
	public Object query(String query) {
		return this.jdbc.queryForObject(query, Object.class);
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Connections to a data source's database that belong to no pool.
 */
final class OutsideConnections extends AbstractDataSource {

	private final DatabaseProducts products;

	private final String dataSource;

	private OutsideConnections(DatabaseProducts products, String dataSource) {
		this.products = products;
		this.dataSource = dataSource;
	}

	/**
	 * Those to the database of a Flyway. One that is no bean is used by Flyway alone.
	 */
	static DataSource of(DatabaseProducts products, GuardedFlyway flyway) {
		return of(products, flyway.getConfiguration().getDataSource());
	}

	static DataSource of(DatabaseProducts products, DataSource dataSource) {
		String name = products.nameOf(dataSource);
		return DatabaseProducts.UNKNOWN_DATA_SOURCE.equals(name) ? new Standalone(dataSource)
				: new OutsideConnections(products, name);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.products.connect(this.dataSource);
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		throw new SQLFeatureNotSupportedException("The login is that of the data source");
	}

	// A transaction that nobody ends would be in the way of migrations
	private static final class Standalone extends DelegatingDataSource {

		private final DataSource source;

		Standalone(DataSource source) {
			super(source);
			this.source = source;
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = this.source.getConnection();
			connection.setAutoCommit(true);
			return connection;
		}

	}

}

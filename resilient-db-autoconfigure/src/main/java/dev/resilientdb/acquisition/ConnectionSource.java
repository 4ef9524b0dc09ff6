package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where a connection comes from: the data source, or the next interceptor before it.
 */
@FunctionalInterface
public interface ConnectionSource {

	/**
	 * Takes a connection, which may wait as long as the data source lets it.
	 * @throws SQLException when there is none
	 */
	Connection connect() throws SQLException;

}

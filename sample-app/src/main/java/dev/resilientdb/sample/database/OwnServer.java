package dev.resilientdb.sample.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A server of our own and how to reach it.
 */
interface OwnServer extends DatabaseServer, JdbcConnectionDetails {

	int port();

}

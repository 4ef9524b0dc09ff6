package dev.resilientdb.test;

/**
 * How a product names and ends sessions.
 *
 * @param id the query that answers the number of its own session
 * @param kill the statement that ends the session {@code %d}
 * @param cancel the statement that ends only what the session {@code %d} is executing
 */
public record SessionStatements(String id, String kill, String cancel) {

	static final SessionStatements POSTGRES = new SessionStatements("select pg_backend_pid()",
			"select pg_terminate_backend(%d, 5000)", "select pg_cancel_backend(%d)");

	static final SessionStatements MARIADB = new SessionStatements("select connection_id()", "kill connection %d",
			"kill query %d");

	static final SessionStatements H2 = new SessionStatements("select session_id()", "call abort_session(%d)",
			"call cancel_session(%d)");

	static final SessionStatements NONE = new SessionStatements("", "", "");

}

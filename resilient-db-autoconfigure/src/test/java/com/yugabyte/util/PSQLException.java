package com.yugabyte.util;

import java.sql.SQLException;

/**
 * As in YugabyteDB's driver.
 */
public class PSQLException extends SQLException {

	private final transient ServerErrorMessage error;

	public PSQLException(String state, String constraint, String table) {
		super("reported by the server", state);
		this.error = new ServerErrorMessage(constraint, table);
	}

	public ServerErrorMessage getServerErrorMessage() {
		return this.error;
	}

}

package com.yugabyte.util;

/**
 * As in YugabyteDB's driver.
 */
public class ServerErrorMessage {

	private final String constraint;

	private final String table;

	ServerErrorMessage(String constraint, String table) {
		this.constraint = constraint;
		this.table = table;
	}

	public String getConstraint() {
		return this.constraint;
	}

	public String getTable() {
		return this.table;
	}

}

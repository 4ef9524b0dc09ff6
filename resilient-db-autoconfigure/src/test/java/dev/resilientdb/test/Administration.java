package dev.resilientdb.test;

import java.util.List;

/**
 * How a product's administrator makes and drops the database {@code %1$s} and the user
 * who owns it. The password of either user is his name.
 *
 * @param user the administrator
 * @param database the database in which the administrator works
 * @param create the statements that make a database and its owner
 * @param drop the statements that drop them
 */
record Administration(String user, String database, List<String> create, List<String> drop) {

	static final Administration POSTGRES = new Administration("postgres", "postgres",
			List.of("create role %1$s login password '%1$s'", "create database %1$s owner %1$s"),
			List.of("drop database %1$s with (force)", "drop role %1$s"));

	static final Administration MARIADB = new Administration("root", "mysql", List.of("create database %1$s",
			"create user '%1$s'@'%%' identified by '%1$s'", "grant all on %1$s.* to '%1$s'@'%%'"),
			List.of("drop user '%1$s'@'%%'", "drop database %1$s"));

}

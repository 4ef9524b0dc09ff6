package dev.resilientdb.test;

import java.util.List;

/**
 * What the servers of a product have in common, wherever they run.
 *
 * @param url the JDBC URL of the database {@code %3$s} at the host {@code %1$s} and the
 * port {@code %2$d}
 * @param port the usual port
 * @param options what every server in a container is started with
 * @param administration how databases come and go
 * @param sessions how sessions are named and ended
 */
record ServerProduct(String url, int port, List<String> options, Administration administration,
		SessionStatements sessions) {

	static final ServerProduct POSTGRES = new ServerProduct("jdbc:postgresql://%s:%d/%s", 5432,
			List.of("--deadlock_timeout=100ms", "--fsync=off"), Administration.POSTGRES, SessionStatements.POSTGRES);

	static final ServerProduct MARIADB = new ServerProduct("jdbc:mariadb://%s:%d/%s", 3306,
			List.of("--innodb-flush-log-at-trx-commit=2"), Administration.MARIADB, SessionStatements.MARIADB);

	static final ServerProduct MYSQL = new ServerProduct(
			"jdbc:mysql://%s:%d/%s?useSSL=false&allowPublicKeyRetrieval=true", 3306, MARIADB.options(),
			Administration.MARIADB, SessionStatements.MARIADB);

}

package dev.resilientdb.test;

import java.util.function.Function;

import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A server version that runs in a container.
 *
 * @param name the name of the official image
 * @param product what the server is
 * @param type makes a container of an image
 */
public record ContainerImage(String name, ServerProduct product, Function<String, JdbcDatabaseContainer<?>> type) {

	public static final ContainerImage POSTGRES_14 = postgres("postgres:14");

	public static final ContainerImage POSTGRES_15 = postgres("postgres:15");

	public static final ContainerImage POSTGRES_16 = postgres("postgres:16");

	public static final ContainerImage POSTGRES_17 = postgres("postgres:17");

	public static final ContainerImage POSTGRES_18 = postgres("postgres:18");

	public static final ContainerImage MYSQL_8_4 = mySql("mysql:8.4");

	public static final ContainerImage MYSQL_9 = mySql("mysql:9");

	public static final ContainerImage MARIADB_10_11 = mariaDb("mariadb:10.11");

	public static final ContainerImage MARIADB_11 = mariaDb("mariadb:11");

	private static ContainerImage postgres(String name) {
		return new ContainerImage(name, ServerProduct.POSTGRES, PostgreSQLContainer::new);
	}

	private static ContainerImage mySql(String name) {
		return new ContainerImage(name, ServerProduct.MYSQL, MySQLContainer::new);
	}

	private static ContainerImage mariaDb(String name) {
		return new ContainerImage(name, ServerProduct.MARIADB, MariaDBContainer::new);
	}

	JdbcDatabaseContainer<?> container() {
		return this.type.apply(this.name);
	}

}

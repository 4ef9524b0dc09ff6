package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.resilientdb.dialect.DialectAutoConfiguration;

/**
 * A real server that tells its limits until it falls silent.
 */
final class AskedServer implements LimitsProbe.Reader {

	private final ServerLimitsDialect dialect;

	private final DataSource dataSource;

	private boolean silent;

	AskedServer(String product, DataSource dataSource) {
		this.dialect = dialect(product);
		this.dataSource = dataSource;
	}

	private static ServerLimitsDialect dialect(String product) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				DialectAutoConfiguration.class)) {
			return context.getBeanProvider(ServerLimitsDialect.class)
				.stream()
				.filter((dialect) -> dialect.product().equals(product))
				.findFirst()
				.orElseThrow();
		}
	}

	void fallSilent() {
		this.silent = true;
	}

	ServerLimits read() throws SQLException {
		try (Connection connection = open()) {
			return read(connection);
		}
	}

	@Override
	public Connection open() throws SQLException {
		return this.dataSource.getConnection();
	}

	@Override
	public ServerLimits read(Connection connection) throws SQLException {
		if (this.silent) {
			throw new SQLException("permission denied");
		}
		return this.dialect.limits(connection);
	}

}

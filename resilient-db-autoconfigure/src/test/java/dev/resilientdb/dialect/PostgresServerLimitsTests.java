package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.pool.ServerLimits.Allowance;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.PostgresServer;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresServerLimitsTests extends ServerLimitsContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	PostgresServerLimitsTests() {
		super(new PostgresDialect());
	}

	@Override
	DatabaseServer startServer(Map<String, String> settings) {
		return PostgresServer.start(settings);
	}

	@Override
	int reserved() {
		return 3;
	}

	@Override
	String allowSevenConnections() {
		return "alter user %s connection limit 7";
	}

	@Override
	String endIdleSessions() {
		return "alter user %s set idle_session_timeout = '90s'";
	}

	@Override
	String keepIdleSessions() {
		return "alter user %s reset idle_session_timeout";
	}

	@Override
	Duration usualIdleTimeout() {
		return null;
	}

	@Test
	void limitOfTheDatabaseIsTold() throws SQLException {
		database.admin().execute("alter database " + database.username() + " connection limit 9");
		try (Connection connection = database.dataSource().getConnection()) {
			assertThat(new PostgresDialect().limits(connection).allowances())
				.contains(new Allowance("connection limit of the database", 9, 0, 1));
		}
	}

}

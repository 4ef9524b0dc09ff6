package dev.resilientdb.test;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The databases that the other tests rely on.
 */
class TestDatabaseTests {

	@Test
	void postgresStartsAgainWithItsDataAfterACrash() {
		try (PostgresServer server = PostgresServer.start(Map.of("max_connections", "20"))) {
			assertThat(rowsAfterCrash(server)).isEqualTo(1);
		}
	}

	@Test
	void mariaDbStartsAgainWithItsDataAfterACrash() {
		try (MariaDbServer server = MariaDbServer.start(Map.of("max_connections", "20"))) {
			assertThat(rowsAfterCrash(server)).isEqualTo(1);
		}
	}

	private int rowsAfterCrash(DatabaseServer server) {
		try (TestDatabase database = TestDatabase.on(server)) {
			database.owner().execute("create table survivor (id int)", "insert into survivor values (1)");
			server.kill();
			server.restart();
			return new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from survivor", int.class);
		}
	}

}

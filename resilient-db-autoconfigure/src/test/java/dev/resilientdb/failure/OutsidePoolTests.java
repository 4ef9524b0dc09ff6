package dev.resilientdb.failure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutsidePool}.
 */
class OutsidePoolTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Test
	void connectsWithPropertiesOfTheDriver() {
		HikariConfig config = config();
		config.addDataSourceProperty("ApplicationName", "accounts");
		assertThat(ask(config, "show application_name")).isEqualTo("accounts");
	}

	@Test
	void connectsToSchemaOfThePool() {
		database.owner().execute("create schema if not exists accounts");
		HikariConfig config = config();
		config.setSchema("accounts");
		assertThat(ask(config, "select current_schema()")).isEqualTo("accounts");
	}

	@Test
	void logsInAsThePoolIsToldEachTime() {
		HikariConfig config = config();
		config.setPassword("outdated");
		config.setCredentialsProvider(() -> new Credentials(database.username(), database.password()));
		assertThat(ask(config, "select current_user")).isEqualTo(database.username());
	}

	private static HikariConfig config() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setUsername(database.username());
		config.setPassword(database.password());
		config.setInitializationFailTimeout(-1);
		config.setMinimumIdle(0);
		return config;
	}

	private static String ask(HikariConfig config, String question) {
		try (HikariDataSource pool = new HikariDataSource(config)) {
			return new JdbcTemplate(OutsidePool.of(pool)).queryForObject(question, String.class);
		}
	}

}

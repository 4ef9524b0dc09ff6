package dev.resilientdb.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Scripts that write a second file, which somebody else writes until they lost the race
 * once.
 */
class SqliteSessionTests extends MigrationContract {

	private static final String WRITE = "attach '{file}' as other; insert into stock values (1);"
			+ " insert into other.price values (1);";

	private Path file;

	SqliteSessionTests() {
		super(TestDatabase.sqlite());
	}

	@BeforeEach
	void otherFile(@TempDir Path directory) throws SQLException {
		this.file = directory.resolve("other.db");
		jdbc().execute("create table stock (id integer)");
		try (Connection other = other(); Statement statement = other.createStatement()) {
			statement.execute("create table price (id integer)");
		}
	}

	@Test
	void runsAgainWhatLostOnlyTheRace() throws SQLException {
		this.scripts.with("V1__write.sql", WRITE.replace("{file}", this.file.toString()));
		assertThat(report(startBehindWriter()).current()).isEqualTo("1");
		assertThat(written()).containsExactly(1);
	}

	@Test
	void runsNothingAgainThatLeftItsTransactionByCommit() {
		this.scripts.with("V1__write.sql",
				"insert into stock values (7); commit; " + WRITE.replace("{file}", this.file.toString()));
		assertThatThrownBy(this::startBehindWriter).rootCause().isInstanceOf(SQLException.class);
		assertThat(written()).containsOnlyOnce(7);
	}

	@Test
	void runsNothingAgainForWhichFlywayLeavesTheTransaction() {
		this.scripts.with("V1__write.sql",
				"pragma foreign_keys = off; " + WRITE.replace("{file}", this.file.toString()));
		assertThatThrownBy(this::startBehindWriter).rootCause().isInstanceOf(SQLException.class);
		assertThat(written()).containsExactly(1);
	}

	private List<Integer> written() {
		return jdbc().queryForList("select id from stock", Integer.class);
	}

	private Connection other() throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + this.file);
	}

	private ConfigurableApplicationContext startBehindWriter() throws SQLException {
		try (Connection writer = other(); Statement statement = writer.createStatement()) {
			writer.setAutoCommit(false);
			statement.execute("insert into price values (7)");
			SessionContract.Reader.CURRENT.set(writer);
			return start(application("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
					"spring.flyway.mixed=true", "resilient-db.migration.policy.unknown-schema=warn",
					"resilient-db.migration.lint.enabled=false")
				.with(SessionContract.Reader.class));
		}
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.test.TestDatabase;

/**
 * Migrations of a process that is killed while it waits in the middle of one.
 */
abstract class KilledMigrationContract extends MigrationContract {

	private final String holding;

	/**
	 * Creates the contract.
	 * @param holding statement that keeps others from altering the table {@code held}
	 */
	KilledMigrationContract(TestDatabase database, String holding) {
		super(database);
		this.holding = holding;
	}

	private MigratingProcess process;

	@BeforeEach
	void prepareTable() {
		this.scripts.with("V1__held.sql", "create table held (id integer)");
		start().close();
		this.scripts.with("V2__stock.sql",
				"create table stock (id integer primary key);\nalter table held add column name varchar(20);");
	}

	@AfterEach
	void end() {
		this.process.kill();
	}

	void killInTheMiddle(String waiting) throws SQLException {
		try (Connection connection = database().dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(this.holding);
			this.process = MigratingProcess.start(database(), this.scripts);
			JdbcTemplate admin = new JdbcTemplate(database().admin().dataSource());
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.until(() -> admin.queryForObject(waiting, Integer.class) > 0);
			this.process.kill();
			connection.rollback();
		}
	}

}

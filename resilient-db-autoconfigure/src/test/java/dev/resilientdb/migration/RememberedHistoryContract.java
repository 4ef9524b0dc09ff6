package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Histories that were changed since the last start.
 */
abstract class RememberedHistoryContract extends MigrationContract {

	RememberedHistoryContract(TestDatabase database) {
		super(database);
	}

	@BeforeEach
	void migrate() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__orders.sql", "create table orders (id integer primary key)");
		start().close();
	}

	@Test
	void refusesHistoryWithDeletedRow() throws SQLException {
		execute("delete from [flyway_schema_history] where [version] = '1'");
		MigrationRefusedException refusal = refusal("spring.flyway.out-of-order=true");
		assertThat(analysis(refusal).getDescription()).contains("tampered-history",
				"Since the last start the row of version 1 was deleted");
	}

	@Test
	void refusesHistoryWithChangedChecksum() throws SQLException {
		execute("update [flyway_schema_history] set [checksum] = 4711 where [version] = '2'");
		MigrationRefusedException refusal = refusal();
		assertThat(analysis(refusal).getDescription()).contains("the checksum of version 2 was changed from ",
				" to 4711");
	}

	@Test
	void acceptsChangedHistoryWhenToldSo() throws SQLException {
		execute("update [flyway_schema_history] set [script] = 'V2__other.sql' where [version] = '2'");
		MigrationRefusedException refusal = refusal();
		String action = analysis(refusal).getAction();
		jdbc().execute(action.substring(action.indexOf("DELETE FROM"), action.indexOf(';')));
		assertThat(report(start()).anomalies()).extracting(Anomaly::id).doesNotContain("tampered-history");
	}

	@Test
	void tellsRepairFromTampering() {
		this.scripts.with("V2__orders.sql", "create table orders (id integer primary key) ");
		Flyway.configure()
			.dataSource(database().dataSource())
			.locations(this.scripts.location().replaceFirst(".*=", ""))
			.load()
			.repair();
		ConfigurableApplicationContext context = start();
		assertThat(report(context).anomalies()).extracting(Anomaly::id).containsExactly("repaired-history");
	}

	@Test
	void repairIsToldOnce() {
		tellsRepairFromTampering();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void rowsThatOthersAddAreNoTampering() {
		this.scripts.with("V3__items.sql", "create table items (id integer primary key)");
		Flyway.configure()
			.dataSource(database().dataSource())
			.locations(this.scripts.location().replaceFirst(".*=", ""))
			.load()
			.migrate();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void warnsOfOddHistoryThatItSeesForTheFirstTime() throws SQLException {
		execute("delete from [resilient_db_migration_state]");
		execute("update [flyway_schema_history] set [installed_rank] = 5 where [version] = '2'");
		Anomaly anomaly = report(start()).anomalies().get(0);
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		assertThat(anomaly.policy()).isEqualTo(AnomalyPolicy.WARN);
		assertThat(anomaly.evidence()).contains("ranks 2 to 4 are missing");
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = database().dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql.replaceAll("[\\[\\]]", connection.getMetaData().getIdentifierQuoteString()));
		}
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
		execute("DELETE FROM", anomaly(refusal));
		assertThat(report(start()).anomalies()).extracting(Anomaly::id).doesNotContain("tampered-history");
	}

	@Test
	void refusesEmptiedHistoryBeforeAnythingIsAppliedAgain() throws SQLException {
		fillStock();
		execute("delete from [flyway_schema_history]");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		assertThat(anomaly.evidence()).isEqualTo("Since the last start all rows (3) were deleted");
		assertThat(anomaly.advice()).contains("V3__fill.sql may be applied once more");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isEqualTo(1);
	}

	@Test
	void refusesSchemaWithoutItsHistory() throws SQLException {
		fillStock();
		execute("drop table [flyway_schema_history]");
		Anomaly anomaly = anomaly(
				refusal("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0"));
		assertThat(anomaly.evidence()).isEqualTo("Since the last start the table was dropped with its 3 rows");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isEqualTo(1);
	}

	@Test
	void emptiedHistoryIsPutBackByTheAdvisedStatements() throws SQLException {
		fillStock();
		execute("delete from [flyway_schema_history]");
		putBack(anomaly(refusal()));
		ConfigurableApplicationContext context = start();
		assertThat(report(context).anomalies()).isEmpty();
		assertThat(report(context).current()).isEqualTo("3");
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isEqualTo(1);
	}

	@Test
	void backslashIsPutBackAsItWas() throws SQLException {
		String script = "sub\\new\\'V2__orders.sql";
		execute("delete from [resilient_db_migration_state] where kind = 'history'");
		setScript(script);
		start().close();
		execute("delete from [flyway_schema_history] where [version] = '2'");
		putBack(anomaly(refusal()));
		assertThat(scriptsOfHistory()).containsExactly("V1__stock.sql", script);
	}

	@Test
	void lostRowIsNoLateMigration() throws SQLException {
		execute("delete from [flyway_schema_history] where [version] = '1'");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		assertThat(anomaly.advice()).doesNotContain("Rename");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void lostRowThatIsTakenIsNotAdvisedToBeAppliedAgain() throws SQLException {
		execute("delete from [flyway_schema_history] where [version] = '1'");
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.policy.tampered-history=warn"));
		assertThat(anomaly.id()).isEqualTo("late-migration");
		assertThat(anomaly.advice()).startsWith("Do not apply it again. Put its row back: INSERT")
			.doesNotContain("Rename", "out-of-order");
	}

	@Test
	void lostLastRowIsNotPending() throws SQLException {
		execute("delete from [flyway_schema_history] where [version] = '2'");
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.mode=validate"));
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void lostRowOfRepeatableIsPutBack() throws SQLException {
		this.scripts.with("R__fill.sql", "delete from stock");
		start().close();
		execute("delete from [flyway_schema_history] where [version] is null");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.evidence()).contains("the row of R__fill.sql was deleted");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void editedRowIsTurnedBackByTheAdvisedStatement() throws SQLException {
		execute("update [flyway_schema_history] set [version] = '0', [script] = 'V0__x.sql' where [version] = '1'");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void checksumThatIsErasedIsNoRepair() throws SQLException {
		execute("update [flyway_schema_history] set [checksum] = null where [version] = '2'");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void secondRowOfAnAppliedVersionIsRefused() throws SQLException {
		execute("insert into [flyway_schema_history] ([installed_rank], [version], [description], [type], [script],"
				+ " [checksum], [installed_by], [execution_time], [success])"
				+ " select 3, [version], [description], [type], [script], [checksum], [installed_by], 0, [success]"
				+ " from [flyway_schema_history] where [version] = '2'");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("tampered-history");
		assertThat(anomaly.evidence()).contains("version 2 was applied twice, with ranks 2 and 3");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void repeatableThatOthersApplyAgainIsNoTampering() {
		this.scripts.with("R__fill.sql", "delete from stock");
		start().close();
		this.scripts.with("R__fill.sql", "delete from stock where id > 0");
		flyway().migrate();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void cleanedSchemaIsMigratedAnew() {
		flyway().clean();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	private void fillStock() {
		this.scripts.with("V3__fill.sql", "insert into stock select count(*) from stock");
		start().close();
	}

	// The last statement of the advice is the one that accepts the loss
	private void putBack(Anomaly anomaly) {
		Matcher statement = Pattern.compile("(INSERT INTO|UPDATE|DELETE FROM) [^;]+;").matcher(anomaly.advice());
		List<String> statements = statement.results().map(MatchResult::group).toList();
		statements.subList(0, statements.size() - 1).forEach(jdbc()::execute);
	}

	private Flyway flyway() {
		return Flyway.configure()
			.dataSource(database().dataSource())
			.locations(this.scripts.directory())
			.cleanDisabled(false)
			.load();
	}

	@Test
	void tellsRepairFromTampering() {
		this.scripts.with("V2__orders.sql", "create table orders (id integer primary key) ");
		flyway().repair();
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
		flyway().migrate();
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

	@Test
	void droppedHistoryIsFilledByTheAdvisedStatements() throws SQLException {
		fillStock();
		execute("alter table [flyway_schema_history] rename to [saved]");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.advice()).contains("Restore the table from a backup");
		execute("delete from [saved]");
		execute("alter table [saved] rename to [flyway_schema_history]");
		putBack(anomaly);
		assertThat(report(start()).anomalies()).isEmpty();
		assertThat(jdbc().queryForObject("select count(*) from stock", Integer.class)).isEqualTo(1);
	}

	private void setScript(String script) throws SQLException {
		try (Connection connection = database().dataSource().getConnection()) {
			String quote = connection.getMetaData().getIdentifierQuoteString();
			jdbc().update("update [flyway_schema_history] set [script] = ? where [version] = '2'".replaceAll("[\\[\\]]",
					quote), script);
		}
	}

	private List<String> scriptsOfHistory() throws SQLException {
		try (Connection connection = database().dataSource().getConnection()) {
			return HistoryRows.read(connection, LedgerContract.history())
				.rows()
				.stream()
				.map(HistoryRows.Row::script)
				.toList();
		}
	}

}

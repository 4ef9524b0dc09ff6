package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migrations that died half-way where schema changes cannot be undone.
 */
abstract class CrashedMigrationContract extends MigrationContract {

	private static final String SCRIPT = "create table orders (id integer);\ncreate table items (id integer);";

	static final LedgerRow.Migration MIGRATION = new LedgerRow.Migration("V2__orders.sql", "2", "orders", "SQL",
			ScriptChecksum.of(SCRIPT), null, ScriptMarks.NONE);

	CrashedMigrationContract(TestDatabase database) {
		super(database);
	}

	@Test
	void refusesToApplyAgainWhatDiedHalfWay() throws SQLException {
		leaveHalfDone();
		MigrationRefusedException refusal = refusal();
		assertThat(refusal).hasMessageContaining("crashed-migration (V2__orders.sql)");
		assertThat(analysis(refusal).getDescription()).contains("1 CREATE TABLE orders, 2 CREATE TABLE items (begun)",
				"on elsewhere (process 7)");
	}

	@Test
	void appliesItAgainWhenSomebodyHasUndoneIt() throws SQLException {
		leaveHalfDone();
		String action = analysis(refusal()).getAction();
		jdbc().execute("drop table orders");
		jdbc().execute(find("UPDATE [^;]+", action));
		ConfigurableApplicationContext context = start();
		assertThat(report(context).current()).isEqualTo("2");
		assertThat(report(context).anomalies()).isEmpty();
	}

	@Test
	void goesOnWhenSomebodyHasFinishedIt() throws SQLException {
		leaveHalfDone();
		String action = analysis(refusal()).getAction();
		jdbc().execute("create table items (id integer)");
		jdbc().execute(find("INSERT INTO [^;]+", action));
		ConfigurableApplicationContext context = start();
		assertThat(report(context).current()).isEqualTo("2");
		assertThat(report(context).anomalies()).isEmpty();
	}

	@Test
	void finishedFirstMigrationIsWrittenIntoEmptyHistory() throws SQLException {
		leaveHalfDone();
		this.scripts.without("V1__stock.sql");
		execute("delete from [flyway_schema_history]");
		execute("delete from [resilient_db_migration_state]");
		execute("update [resilient_db_migration] set highest_rank = 0");
		String action = analysis(refusal()).getAction();
		jdbc().execute("create table items (id integer)");
		jdbc().execute(find("INSERT INTO [^;]+", action));
		assertThat(report(start()).current()).isEqualTo("2");
	}

	@Test
	void letsItBeAppliedAgainWhenThatIsOnlyWarnedOf() throws SQLException {
		leaveHalfDone();
		jdbc().execute("drop table orders");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.crashed-migration=warn");
		assertThat(report(context).current()).isEqualTo("2");
	}

	@Test
	void changesOfRowsAloneNeedNoMark() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__rows.sql", "insert into stock values (1);\ninsert into stock values (2);");
		start();
		assertThat(LedgerContract.rows(database(), "V1__stock.sql")).noneMatch((row) -> row.progress().transactional());
		assertThat(LedgerContract.rows(database(), "V2__rows.sql")).allMatch((row) -> row.progress().transactional());
	}

	void leaveHalfDone() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V2__orders.sql", SCRIPT);
		jdbc().execute("create table orders (id integer)");
		LedgerRow applied = LedgerContract.rows(database(), "V1__stock.sql").get(0);
		LedgerRow.Progress progress = new LedgerRow.Progress(MigrationOutcome.RUNNING, false,
				applied.progress().started(), null, null, 1, "1 CREATE TABLE orders, 2 CREATE TABLE items (begun)",
				null);
		LedgerRow.Place place = new LedgerRow.Place(applied.place().product(), applied.place().productVersion(), "shop",
				null, "elsewhere", 7, applied.place().marked());
		try (Connection connection = database().dataSource().getConnection()) {
			Ledger ledger = Ledger.find(connection, LedgerContract.history(), LedgerContract.BOOKKEEPER);
			assertThat(ledger).isNotNull();
			ledger.insert(new LedgerRow("0000beef-1", "flyway_schema_history", 1, MIGRATION, place, progress));
		}
	}

	static String find(String regex, String text) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the guard writes down beside the history.
 */
abstract class LedgerContract extends MigrationContract {

	static final Bookkeeper BOOKKEEPER = bookkeeper("resilient_db_migration");

	LedgerContract(TestDatabase database) {
		super(database);
	}

	@Test
	void recordsWhatWasApplied() throws SQLException {
		this.scripts.with("V1__stock.sql",
				"create table stock (id integer primary key);\n" + "insert into stock values (4711);");
		start("resilient-db.migration.application-version=1.2", "spring.application.name=shop");
		LedgerRow row = rows("V1__stock.sql").get(0);
		assertThat(row.progress().outcome()).isEqualTo(MigrationOutcome.APPLIED);
		assertThat(row.progress().heads()).isEqualTo("1 CREATE TABLE stock, 2 INSERT stock");
		assertThat(row.progress().statements()).isEqualTo(2);
		assertThat(row.progress().finished()).isGreaterThanOrEqualTo(row.progress().started());
		assertThat(row.place().application()).isEqualTo("shop");
		assertThat(row.place().applicationVersion()).isEqualTo("1.2");
		assertThat(row.migration().version()).isEqualTo("1");
	}

	@Test
	void recordsFailureWithoutValues() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__rows.sql", "insert into stock values (4711);\ninsert into stock values (4711);");
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(this::start);
		LedgerRow row = rows("V2__rows.sql").get(0);
		assertThat(row.progress().outcome()).isEqualTo(MigrationOutcome.FAILED);
		assertThat(row.progress().error()).contains("UNIQUE_VIOLATION").doesNotContain("4711");
		assertThat(row.progress().statements()).isEqualTo(1);
	}

	@Test
	void migratesWhereItCannotWrite() {
		this.scripts.with("V1__ledger.sql", "create table ledger (id integer)");
		start("resilient-db.migration.bookkeeping.enabled=false").close();
		this.scripts.with("V2__stock.sql", "create table stock (id integer primary key)");
		ConfigurableApplicationContext context = start("resilient-db.migration.bookkeeping.table=ledger");
		assertThat(report(context).current()).isEqualTo("2");
		assertThat(report(context).anomalies()).isEmpty();
	}

	@Test
	void writesNothingWhenSwitchedOff() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start("resilient-db.migration.bookkeeping.enabled=false");
		try (Connection connection = database().dataSource().getConnection()) {
			assertThat(Ledger.find(connection, history(), BOOKKEEPER)).isNull();
		}
	}

	@Test
	void tablesAreCreatedOnceByTenAtATime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(10);
		Callable<String> open = this::openLedger;
		// Whoever makes a file of SQLite the first time waits for nobody
		try (Connection first = database().dataSource(waiting()).getConnection()) {
			assertThat(first.isValid(5)).isTrue();
			List<Future<String>> opened = threads.invokeAll(Stream.generate(() -> open).limit(10).toList());
			assertThat(opened).allSatisfy((one) -> assertThat(one.get()).startsWith("0 "));
		}
		threads.shutdown();
	}

	private String openLedger() throws SQLException {
		try (Connection connection = database().dataSource(waiting()).getConnection()) {
			return Ledger.open(connection, history(), BOOKKEEPER, syntax()).position();
		}
	}

	/**
	 * Driver properties with which writers wait for each other.
	 */
	Map<String, String> waiting() {
		return Map.of();
	}

	abstract LedgerSyntax syntax();

	List<LedgerRow> rows(String script) throws SQLException {
		return rows(database(), script);
	}

	static List<LedgerRow> rows(TestDatabase database, String script) throws SQLException {
		try (Connection connection = database.dataSource().getConnection()) {
			Ledger ledger = Ledger.find(connection, history(), BOOKKEEPER);
			return (ledger != null) ? ledger.of(script) : List.of();
		}
	}

	static SchemaHistory history() {
		return new SchemaHistory("flyway", "dataSource", null, "flyway_schema_history");
	}

	static Bookkeeper bookkeeper(String table) {
		return new Bookkeeper(table, Duration.ofSeconds(30), new Bookkeeper.Application("test", null, "elsewhere", 0),
				Clock.systemUTC());
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresLeftoverTests extends MigrationContract {

	// What is built by hand is drift where a picture of the schema is kept
	private static final String WITHOUT_RECORDS = "resilient-db.migration.bookkeeping.enabled=false";

	PostgresLeftoverTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void tellsOfInvalidIndexAndHowToBuildItAgain() {
		migrate();
		leaveInvalidIndex();
		MigrationReport report = report(start());
		assertThat(report.anomalies()).singleElement().satisfies((anomaly) -> {
			assertThat(anomaly.id()).isEqualTo("invalid-index");
			assertThat(anomaly.subject()).isEqualTo("stock_name");
			assertThat(anomaly.advice()).contains("DROP INDEX CONCURRENTLY public.stock_name; "
					+ "CREATE UNIQUE INDEX CONCURRENTLY stock_name ON public.stock USING btree (name);");
		});
	}

	@Test
	void invalidIndexIsGoneWhenItIsBuiltAgainAsAdvised() {
		migrate();
		leaveInvalidIndex();
		Anomaly found = anomaly(start(WITHOUT_RECORDS));
		assertThat(found.advice()).startsWith("Remove the rows that break it");
		jdbc().execute("delete from stock where id = 2");
		execute("DROP INDEX", found);
		execute("CREATE UNIQUE INDEX", found);
		assertThat(report(start(WITHOUT_RECORDS)).anomalies()).isEmpty();
	}

	@Test
	void copyOfReindexIsOnlyDropped() {
		migrate();
		leaveCopyOfIndex();
		Anomaly anomaly = anomaly(start(WITHOUT_RECORDS));
		assertThat(anomaly.subject()).isEqualTo("stock_half_ccnew");
		assertThat(anomaly.advice()).doesNotContain("CREATE");
		execute("DROP INDEX", anomaly);
		assertThat(report(start(WITHOUT_RECORDS)).anomalies()).isEmpty();
	}

	@Test
	void constraintIsValidatedByTheAdvisedStatement() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key);"
				+ "alter table stock add constraint positive check (id > 0) not valid");
		execute("ALTER TABLE", anomaly(start()));
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void leavesIndexAloneThatIsBeingBuilt() throws SQLException {
		migrate();
		leaveInvalidIndex();
		try (Connection builder = database().dataSource().getConnection()) {
			builder.setAutoCommit(false);
			new JdbcTemplate(new SingleConnectionDataSource(builder, true))
				.execute("lock table stock in share update exclusive mode");
			assertThat(report(start()).anomalies()).isEmpty();
		}
	}

	@Test
	void leavesOtherSchemasAlone() {
		migrate();
		jdbc().execute("create schema other");
		jdbc().execute("create table other.stock (id integer)");
		jdbc().execute("alter table other.stock add constraint positive check (id > 0) not valid");
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void tellsOfConstraintThatWasNotValidated() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key);"
				+ "alter table stock add constraint positive check (id > 0) not valid");
		assertThat(report(start()).anomalies()).singleElement().satisfies((anomaly) -> {
			assertThat(anomaly.id()).isEqualTo("unvalidated-constraint");
			assertThat(anomaly.advice()).contains("ALTER TABLE public.stock VALIDATE CONSTRAINT positive;");
		});
	}

	private void migrate() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key, name varchar(20))");
		start().close();
	}

	private void leaveInvalidIndex() {
		jdbc().execute("insert into stock values (1, 'a'), (2, 'a')");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> jdbc().execute("create unique index concurrently stock_name on stock (name)"));
	}

	private void leaveCopyOfIndex() {
		jdbc().execute("create function half(n integer) returns integer immutable language sql as 'select n / 2'");
		jdbc().execute("insert into stock values (1, 'a')");
		jdbc().execute("create index stock_half on stock (half(id))");
		jdbc().execute(
				"create or replace function half(n integer) returns integer immutable language plpgsql as 'begin return n / (n - n); end'");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> jdbc().execute("reindex index concurrently stock_half"));
	}

}

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

}

package dev.resilientdb.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ways out that lead into another schema. Its name is a reserved word.
 */
abstract class DefaultSchemaContract extends MigrationContract {

	private static final String STOCK = "create table stock (id integer primary key)";

	private static final String ORDER = "spring.flyway.default-schema=order";

	@TempDir
	private Path elsewhere;

	DefaultSchemaContract(TestDatabase database) {
		super(database);
	}

	@Test
	void unknownSchemaIsLeftForTheRightOne() {
		jdbc().execute("create table legacy (id integer primary key)");
		this.scripts.with("V1__stock.sql", STOCK);
		assertThat(anomaly(refusal()).advice()).contains("spring.flyway.default-schema");
		assertMigrates();
	}

	@Test
	void historyOfAnotherApplicationIsLeftForASchemaOfItsOwn() {
		this.scripts.with("V1__customers.sql", "create table customer (id integer primary key)")
			.with("V2__letters.sql", "create table letter (id integer primary key)");
		start().close();
		this.scripts.without("V1__customers.sql").without("V2__letters.sql");
		this.scripts.with("V1__stock.sql", STOCK).with("V2__price.sql", "create table price (id integer primary key)");
		assertThat(anomaly(refusal()).advice()).contains("a schema of its own with spring.flyway.default-schema");
		assertMigrates();
	}

	@Test
	void secondFlywayIsGivenAnotherDefaultSchema() {
		this.scripts.with("V1__stock.sql", STOCK);
		new Scripts(this.elsewhere).with("V7__other.sql", "create table other (id integer primary key)");
		String second = "elsewhere=" + this.elsewhere;
		MigrationRefusedException refusal = refusal(application(second).with(SharedHistoryContract.TwoFlyways.class));
		assertThat(refusal.anomalies().get(0).advice()).contains("another default schema");
		ConfigurableApplicationContext context = start(
				application(second, "schema=order").with(SharedHistoryContract.TwoFlyways.class));
		assertThat(context.getBean(MigrationReports.class).of("second").current()).isEqualTo("7");
	}

	@Test
	void changedChecksumIsAcceptedThere() {
		this.scripts.with("V1__stock.sql", STOCK);
		start(ORDER).close();
		this.scripts.with("V1__stock.sql", STOCK + ";");
		execute("UPDATE", anomaly(refusal(ORDER)));
		assertThat(report(start(ORDER)).verdict()).isNotEqualTo(MigrationVerdict.REFUSED);
	}

	@Test
	void changedChecksumIsAcceptedByWhoIsElsewhere() throws SQLException {
		this.scripts.with("V1__stock.sql", STOCK);
		start(ORDER).close();
		start().close();
		this.scripts.with("V1__stock.sql", STOCK + ";");
		try (Connection operator = database().dataSource().getConnection()) {
			JdbcTemplate elsewhere = new JdbcTemplate(new SingleConnectionDataSource(operator, true));
			elsewhere.execute(enter("order"));
			elsewhere.execute(statement("UPDATE", anomaly(refusal())));
		}
		assertThat(report(start()).verdict()).isNotEqualTo(MigrationVerdict.REFUSED);
	}

	@Test
	void lostRowIsPutBackThere() throws SQLException {
		this.scripts.with("V1__stock.sql", STOCK).with("V2__price.sql", "select 1");
		start(ORDER).close();
		execute("delete from [order].[flyway_schema_history] where [version] = '2'");
		execute("INSERT INTO", anomaly(refusal(ORDER)));
		assertThat(report(start(ORDER)).anomalies()).isEmpty();
	}

	/**
	 * The statement by which a session goes into a schema.
	 */
	abstract String enter(String schema);

	private void assertMigrates() {
		ConfigurableApplicationContext context = start(ORDER);
		assertThat(report(context).current()).isNotNull();
		assertThat(report(context).pending()).isEmpty();
		context.close();
		assertThat(report(start(ORDER)).anomalies()).isEmpty();
	}

}

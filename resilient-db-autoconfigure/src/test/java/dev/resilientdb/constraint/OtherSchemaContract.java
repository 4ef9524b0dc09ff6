package dev.resilientdb.constraint;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.constraint.ConstraintAudit.Unworded;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What an application learns of a rule of another schema than its connection's current
 * one, which has tables and constraints of the same names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OtherSchemaContract {

	private static final String HERE = """
			create table account (id int not null primary key, amount int, email varchar(40), holder int, code int,
			constraint ck_positive check (amount > 0), constraint uk_account unique (email), constraint uk_code unique (code),
			constraint fk_account foreign key (holder) references account (id))""";

	private static final String ELSEWHERE = """
			create table %1$s.account (id int not null primary key, credit int, login varchar(40), debtor int, rate int, code int,
			constraint ck_positive check (credit > 0), constraint uk_account unique (login),
			constraint ck_rate check (rate > 0), constraint uk_code unique (code),
			constraint fk_account foreign key (debtor) references %1$s.account (id))""";

	final TestDatabase database;

	private ConfigurableApplicationContext application;

	OtherSchemaContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		createSchema(schema());
		this.database.owner()
			.execute(HERE, ELSEWHERE.formatted(schema()),
					"insert into %s.account (id, login, code) values (1, 'first', 1)".formatted(schema()));
		this.application = TestApplication.on(this.database)
			.withProperties("resilient-db.constraint.catalog.max-wait=10s")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
		dropSchema(schema());
	}

	String schema() {
		return "elsewhere";
	}

	void createSchema(String name) {
		this.database.owner().execute("create schema " + name);
	}

	void dropSchema(String name) {
	}

	/**
	 * What is known of a check whose name two schemas have.
	 */
	List<String> columnsOfCheck() {
		return List.of("credit");
	}

	/**
	 * What is known of a unique key whose name two schemas have.
	 */
	List<String> columnsOfKey() {
		return List.of("login");
	}

	@Test
	void tellsNoColumnsOfTheCurrentSchemasCheck() {
		assertThat(columns(violation("(id, credit) values (2, -1)"))).isEqualTo(columnsOfCheck());
	}

	@Test
	void tellsNoColumnsOfTheCurrentSchemasKey() {
		assertThat(columns(violation("(id, login) values (2, 'first')"))).isEqualTo(columnsOfKey());
	}

	@Test
	void tellsColumnsOfTheOtherSchemasForeignKey() {
		assertThat(columns(violation("(id, debtor) values (2, 99)"))).containsExactly("debtor");
	}

	@Test
	void tellsColumnsOfACheckThatOnlyTheOtherSchemaHas() {
		assertThat(columns(violation("(id, rate) values (2, -1)"))).containsExactly("rate");
	}

	@Test
	void tellsColumnsOfAKeyThatBothSchemasHaveAlike() {
		ConstraintViolation violation = violation("(id, code) values (2, 1)");
		assertThat(RealConstraintContract.lower(violation.table())).isEqualTo("account");
		assertThat(columns(violation)).containsExactly("code");
	}

	@Test
	void auditListsTheCurrentSchemaAlone() {
		ConstraintAudit audit = this.application.getBean(ConstraintAudit.class);
		Awaitility.await().until(() -> audit.withoutMessage("dataSource") != null);
		assertThat(audit.withoutMessage("dataSource")).flatExtracting(Unworded::columns)
			.map(RealConstraintContract::lower)
			.containsExactlyInAnyOrder("amount", "email", "holder", "code");
	}

	private ConstraintViolation violation(String row) {
		JdbcTemplate jdbc = this.application.getBean(JdbcTemplate.class);
		Throwable thrown = catchThrowable(() -> jdbc.execute("insert into " + schema() + ".account " + row));
		assertThat(thrown).as("what the statement threw").isNotNull();
		return this.application.getBean(ConstraintViolationResolver.class).resolve(thrown);
	}

	private static List<String> columns(ConstraintViolation violation) {
		return RealConstraintContract.lower(violation.columns());
	}

}

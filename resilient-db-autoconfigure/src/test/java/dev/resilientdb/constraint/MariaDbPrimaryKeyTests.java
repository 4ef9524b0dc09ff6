package dev.resilientdb.constraint;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * MariaDB 11.4 reports a duplicate primary key as {@code PRIMARY}, without its table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbPrimaryKeyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void startApplication() {
		database.owner().execute("create table early (code int not null primary key)");
		this.application = TestApplication.on(database)
			.withProperties("resilient-db.constraint.catalog.max-wait=10s")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		ConstraintAudit audit = this.application.getBean(ConstraintAudit.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
		Awaitility.await().until(() -> audit.withoutMessage("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	@Test
	void tellsNoTableOfAPrimaryKey() {
		database.owner().execute("create table late (id int not null primary key)", "insert into late values (1)");
		JdbcTemplate jdbc = this.application.getBean(JdbcTemplate.class);
		ConstraintViolation violation = this.application.getBean(ConstraintViolationResolver.class)
			.resolve(catchThrowable(() -> jdbc.execute("insert into late values (1)")));
		assertThat(violation.constraint()).isEqualTo("PRIMARY");
		assertThat(violation.table()).isNull();
		assertThat(violation.columns()).isEmpty();
	}

}

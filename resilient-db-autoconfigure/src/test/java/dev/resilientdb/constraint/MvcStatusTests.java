package dev.resilientdb.constraint;

import java.net.http.HttpResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statuses that the application chose.
 */
@ExtendWith(OutputCaptureExtension.class)
class MvcStatusTests {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		DATABASE.owner().execute(RealConstraintContract.TABLES);
		application = TestApplication.on(DATABASE)
			.withServer()
			.with(Desk.class)
			.withProperties("resilient-db.constraint.status.unique=400",
					"resilient-db.constraint.status.foreign-key=423", "resilient-db.constraint.status.child-exists=410",
					"resilient-db.constraint.status.not-null=500", "spring.jpa.hibernate.ddl-auto=none")
			.start();
		DatabaseProducts products = application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void kindHasItsStatus() {
		assertThat(execute("insert into customer (id, email_address) values (2, 'first@example.org')").statusCode())
			.isEqualTo(400);
	}

	@Test
	void sideOfForeignKeyGoesBeforeKind() {
		assertThat(execute("delete from customer where id = 1").statusCode()).isEqualTo(410);
	}

	@Test
	void kindGoesBeforeDefaultOfSide() {
		assertThat(execute("insert into purchase (id, customer_id) values (2, 99)").statusCode()).isEqualTo(423);
	}

	@Test
	void othersKeepTheirDefault() {
		assertThat(execute("insert into customer (id, email_address, age) values (2, 'b', -1)").statusCode())
			.isEqualTo(422);
	}

	@Test
	void faultTellsNothing() {
		HttpResponse<String> response = execute("insert into customer (id) values (2)");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(response.body()).contains("because of a fault in the application")
			.doesNotContainIgnoringCase("email", "constraint", "errors", "kind", "null");
	}

	@Test
	void faultIsLoggedWithItsPlace(CapturedOutput output) {
		execute("insert into customer (id) values (2)");
		assertThat(output).contains("NOT_NULL", "EMAIL_ADDRESS", "resilient-db.constraint.status");
	}

	private static HttpResponse<String> execute(String sql) {
		return Visitor.of(application).with("Accept-Language", "en").execute(sql);
	}

}

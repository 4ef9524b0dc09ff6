package dev.resilientdb.constraint;

import java.net.http.HttpResponse;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an HTTP client is told of a broken rule.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswerContract {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

	private final TestDatabase database;

	private final WebStack stack;

	private ConfigurableApplicationContext application;

	private Visitor visitor;

	AnswerContract(TestDatabase database, WebStack stack) {
		this.database = database;
		this.stack = stack;
	}

	@BeforeAll
	void startApplication() {
		this.database.owner().execute(RealConstraintContract.TABLES);
		this.application = this.stack.prepare(TestApplication.on(this.database))
			.withProperties("resilient-db.constraint.catalog.max-wait=10s", "spring.jpa.hibernate.ddl-auto=none")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
		this.visitor = Visitor.of(this.application).with("Accept-Language", "en");
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	final Visitor visitor() {
		return this.visitor;
	}

	/**
	 * What is known of a constraint's name.
	 */
	String known(String name) {
		return name;
	}

	int statusOfChildExists() {
		return 409;
	}

	List<String> fieldsOfCheck() {
		return List.of("years");
	}

	@Test
	void duplicateIsConflictAtItsField() {
		HttpResponse<String> response = this.visitor.execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(Visitor.json(response)).extractingPath("$.kind").isEqualTo("UNIQUE");
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].field").asArray().containsExactly("email");
	}

	@Test
	void duplicateIsTheSameThroughJpa() {
		HttpResponse<String> response = this.visitor.post("/customers/2", "first@example.org");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(Visitor.json(response)).extractingPath("$.kind").isEqualTo("UNIQUE");
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].field").asArray().containsExactly("email");
	}

	@Test
	void tellsConstraint() {
		String constraint = RealConstraintContract.lower(Visitor.text(this.visitor.execute(DUPLICATE), "constraint"));
		assertThat(constraint).isEqualTo(known("uk_customer_email"));
	}

	@Test
	void everyFieldHasCodeAndSentence() {
		HttpResponse<String> response = this.visitor
			.execute("insert into purchase (id, line, article) values (2, 1, 1)");
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].field").asArray().hasSize(2);
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].code")
			.asArray()
			.allMatch((code) -> code.toString().startsWith("constraint."));
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].message")
			.asArray()
			.containsOnly(Visitor.text(response, "detail"));
	}

	@Test
	void referencedRowIsConflict() {
		HttpResponse<String> response = this.visitor.execute("delete from customer where id = 1");
		assertThat(response.statusCode()).isEqualTo(statusOfChildExists());
		assertThat(Visitor.json(response)).extractingPath("$.kind").isEqualTo("FOREIGN_KEY");
	}

	@Test
	void missingRowCannotBeProcessed() {
		HttpResponse<String> response = this.visitor.execute("insert into purchase (id, customer_id) values (2, 99)");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Visitor.json(response)).extractingPath("$.kind").isEqualTo("FOREIGN_KEY");
	}

	@Test
	void missingValueCannotBeProcessed() {
		HttpResponse<String> response = this.visitor.execute("insert into customer (id) values (2)");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Visitor.json(response)).extractingPath("$.detail")
			.asString()
			.startsWith("A value for email")
			.endsWith("is required.");
	}

	@Test
	void brokenCheckCannotBeProcessed() {
		HttpResponse<String> response = this.visitor
			.execute("insert into customer (id, email_address, age) values (2, 'b', -1)");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyElementsOf(fieldsOfCheck());
	}

	@Test
	void speaksGerman() {
		HttpResponse<String> response = Visitor.of(this.application)
			.with("Accept-Language", "de-AT")
			.execute(DUPLICATE);
		assertThat(Visitor.json(response)).extractingPath("$.title").isEqualTo("Bereits vergeben");
		assertThat(Visitor.json(response)).extractingPath("$.detail").asString().contains("email");
		assertThat(Visitor.json(response)).extractingPath("$.suggestion").asString().startsWith("Wählen");
	}

}

package dev.resilientdb.constraint;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The recipe of the documentation puts each error where the form can show it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormRecipeTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void startApplication() {
		database.owner()
			.execute("""
					create table member (id integer primary key, email varchar(20) constraint uk_member_email unique,
					    tenant integer, login varchar(20), constraint uk_member_login unique (tenant, login))""",
					"insert into member values (1, 'first@example.org', 1, 'first')");
		this.application = TestApplication.on(database)
			.withoutJpa()
			.withProperties("resilient-db.constraint.catalog.max-wait=10s")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	@Test
	void errorStandsAtTheFieldNamedLikeTheColumn() {
		BindingResult errors = submit("insert into member values (2, 'first@example.org', 1, 'second')");
		assertThat(errors.getFieldErrors()).extracting("field", "code")
			.containsExactly(tuple("email", "constraint.uk_member_email"));
	}

	@Test
	void errorStandsAtTheFieldsThatTheFormHas() {
		BindingResult errors = submit("insert into member values (2, 'second@example.org', 1, 'first')");
		assertThat(errors.getFieldErrors()).extracting("field").containsExactly("login");
	}

	@Test
	void errorWithoutFieldStandsAboveTheForm() {
		BindingResult errors = submit("insert into member values (2, 'x', 1, 'a name that is far too long')");
		assertThat(errors.getFieldErrors()).isEmpty();
		assertThat(errors.getGlobalErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getDefaultMessage()).isNotBlank());
	}

	private BindingResult submit(String statement) {
		JdbcTemplate jdbc = this.application.getBean(JdbcTemplate.class);
		RuntimeException thrown = catchThrowableOfType(RuntimeException.class, () -> jdbc.update(statement));
		ConstraintViolation violation = this.application.getBean(ConstraintViolationResolver.class).resolve(thrown);
		assertThat(violation).isNotNull();
		BindingResult errors = new BeanPropertyBindingResult(new MemberForm(), "member");
		reject(violation, errors);
		return errors;
	}

	private static void reject(ConstraintViolation violation, BindingResult errors) {
		List<String> names = violation.attributes().isEmpty() ? violation.columns() : violation.attributes();
		List<String> fields = names.stream().filter((name) -> errors.getFieldType(name) != null).toList();
		fields.forEach((field) -> errors.rejectValue(field, violation.messageKey(), violation.message()));
		if (fields.isEmpty()) {
			errors.reject(violation.messageKey(), violation.message());
		}
	}

	static class MemberForm {

		private String email = "";

		private String login = "";

		public String getEmail() {
			return this.email;
		}

		public void setEmail(String email) {
			this.email = email;
		}

		public String getLogin() {
			return this.login;
		}

		public void setLogin(String login) {
			this.login = login;
		}

	}

}

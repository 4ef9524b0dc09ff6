package dev.resilientdb.constraint;

import java.util.List;

import jakarta.persistence.EntityManager;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.constraint.ConstraintAudit.Unworded;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What an application learns of a broken rule: names of the driver, columns of the
 * catalogue, attributes of its entities.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConstraintNamesContract {

	private final TestDatabase database;

	private ConfigurableApplicationContext application;

	private JdbcTemplate jdbc;

	ConstraintNamesContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		this.database.owner().execute(RealConstraintContract.TABLES);
		this.application = TestApplication.on(this.database)
			.with(Entities.class)
			.withProperties("resilient-db.constraint.catalog.max-wait=10s", "spring.jpa.hibernate.ddl-auto=none")
			.start();
		this.jdbc = this.application.getBean(JdbcTemplate.class);
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	/**
	 * What is known of a constraint's name.
	 */
	String known(String name) {
		return name;
	}

	List<String> columnsOfForeignKey() {
		return List.of("customer_id");
	}

	List<String> columnsOfCheck() {
		return List.of("age");
	}

	@Test
	void knowsColumnAndAttributeOfUniqueConstraint() {
		ConstraintViolation violation = violation(
				"insert into customer (id, email_address) values (2, 'first@example.org')");
		assertThat(lower(violation.constraint())).isEqualTo(known("uk_customer_email"));
		assertThat(lower(violation.table())).isEqualTo("customer");
		assertThat(lower(violation.columns())).containsExactly("email_address");
		assertThat(violation.attributes()).containsExactly("email");
	}

	@Test
	void knowsColumnsInTheirOrder() {
		ConstraintViolation violation = violation("insert into purchase (id, line, article) values (2, 1, 1)");
		assertThat(lower(violation.columns())).containsExactly("line", "article");
		assertThat(violation.attributes()).isEmpty();
	}

	@Test
	void knowsColumnsOfForeignKey() {
		ConstraintViolation violation = violation("delete from customer where id = 1");
		assertThat(lower(violation.columns())).isEqualTo(columnsOfForeignKey());
	}

	@Test
	void knowsAttributeOfCheck() {
		ConstraintViolation violation = violation("insert into customer (id, email_address, age) values (2, 'b', -1)");
		assertThat(lower(violation.columns())).isEqualTo(columnsOfCheck());
		assertThat(violation.attributes()).hasSameSizeAs(columnsOfCheck()).allMatch("years"::equals);
	}

	@Test
	void knowsAttributeOfEmbeddable() {
		this.jdbc.execute("update customer set street_name = 'Main Street' where id = 1");
		ConstraintViolation violation = violation(
				"insert into customer (id, email_address, street_name) values (2, 'b', 'Main Street')");
		assertThat(violation.attributes()).containsExactly("address.street");
	}

	@Test
	void knowsTheSameOfEntities() {
		ConstraintViolation violation = resolver()
			.resolve(catchThrowable(() -> persist(new Customer(2, "first@example.org"))));
		assertThat(lower(violation.constraint())).isEqualTo(known("uk_customer_email"));
		assertThat(violation.attributes()).containsExactly("email");
	}

	@Test
	void auditListsConstraintsWithoutMessage() {
		ConstraintAudit audit = this.application.getBean(ConstraintAudit.class);
		Awaitility.await().until(() -> audit.withoutMessage("dataSource") != null);
		assertThat(audit.withoutMessage("dataSource"))
			.extracting(Unworded::kind, (missing) -> lower(missing.table()), (missing) -> lower(missing.columns()))
			.containsExactlyInAnyOrderElementsOf(audited());
	}

	/**
	 * What the catalogue lists.
	 */
	List<Tuple> audited() {
		return List.of(tuple(Kind.UNIQUE, "customer", List.of("email_address")),
				tuple(Kind.UNIQUE, "customer", List.of("street_name")), tuple(Kind.CHECK, "customer", List.of("age")),
				tuple(Kind.UNIQUE, "purchase", List.of("line", "article")),
				tuple(Kind.FOREIGN_KEY, "purchase", List.of("customer_id")));
	}

	@Test
	void speaksOfTheAttribute() {
		ConstraintViolation violation = violation(
				"insert into customer (id, email_address) values (2, 'first@example.org')");
		assertThat(violation.message()).isEqualTo("The value of email is already in use.");
	}

	private ConstraintViolation violation(String sql) {
		Throwable thrown = catchThrowable(() -> this.jdbc.execute(sql));
		assertThat(thrown).as("what the statement threw").isNotNull();
		return resolver().resolve(thrown);
	}

	private void persist(Customer customer) {
		new TransactionTemplate(this.application.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> this.application.getBean(EntityManager.class).persist(customer));
	}

	private ConstraintViolationResolver resolver() {
		return this.application.getBean(ConstraintViolationResolver.class);
	}

	private static String lower(String name) {
		return RealConstraintContract.lower(name);
	}

	private static List<String> lower(List<String> names) {
		return RealConstraintContract.lower(names);
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Entities {

	}

}

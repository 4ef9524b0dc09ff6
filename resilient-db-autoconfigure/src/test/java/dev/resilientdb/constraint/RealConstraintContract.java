package dev.resilientdb.constraint;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.JdbcTemplateTransactions;
import dev.resilientdb.test.JdbcTransactions;
import dev.resilientdb.test.JpaTransactions;
import dev.resilientdb.test.SqlTransactions;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What a driver's exception alone tells about a broken rule, provoked on a real database
 * through every way of access.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealConstraintContract {

	static final String[] TABLES = { """
			create table customer (id int not null, email_address varchar(60) not null, age int, name varchar(10),
			street_name varchar(40), constraint pk_customer primary key (id),
			constraint uk_customer_email unique (email_address), constraint uk_customer_street unique (street_name),
			constraint ck_customer_age check (age >= 0))""", """
			create table purchase (id int not null primary key, customer_id int, line int, article int,
			constraint fk_purchase_customer foreign key (customer_id) references customer (id),
			constraint uk_purchase_line unique (line, article))""",
			"insert into customer (id, email_address) values (1, 'first@example.org')",
			"insert into purchase (id, customer_id, line, article) values (1, 1, 1, 1)" };

	private final TestDatabase database;

	private final ConstraintViolationResolver resolver = Resolvers.create();

	private Map<Access, SqlTransactions> transactions;

	private JpaTransactions jpa;

	RealConstraintContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void createTables() {
		this.database.owner().execute(TABLES);
		this.jpa = new JpaTransactions(this.database.dataSource(), getClass().getPackageName());
		this.transactions = Map.of(Access.JDBC, new JdbcTransactions(this.database.dataSource()), Access.JDBC_TEMPLATE,
				new JdbcTemplateTransactions(this.database.dataSource()), Access.JPA, this.jpa);
	}

	@AfterAll
	void stopHibernate() {
		this.jpa.close();
	}

	/**
	 * How the driver names a unique constraint.
	 */
	String unique(String name) {
		return name;
	}

	/**
	 * How the driver names a foreign key.
	 */
	String foreignKey(String name) {
		return name;
	}

	/**
	 * What the driver tells of the side of a foreign key.
	 */
	Reference told(Reference reference) {
		return reference;
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsUniqueConstraint(Access access) {
		ConstraintViolation violation = violation(access,
				"insert into customer (id, email_address) values (2, 'first@example.org')");
		assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
		assertThat(lower(violation.constraint())).isEqualTo(unique("uk_customer_email"));
		assertThat(lower(violation.table())).isIn(null, "customer");
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("email_address"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsUniqueConstraintOfSeveralColumns(Access access) {
		ConstraintViolation violation = violation(access, "insert into purchase (id, line, article) values (2, 1, 1)");
		assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
		assertThat(lower(violation.constraint())).isEqualTo(unique("uk_purchase_line"));
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("line", "article"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void isNotFooledByHostileValue(Access access) {
		String hostile = "x'' for key ''purchase.uk_purchase_line";
		ConstraintViolation violation = violation(access,
				"insert into customer (id, email_address) values (2, '%s')".formatted(hostile),
				"insert into customer (id, email_address) values (3, '%s')".formatted(hostile));
		assertThat(lower(violation.constraint())).isEqualTo(unique("uk_customer_email"));
		assertThat(lower(violation.table())).isIn(null, "customer");
	}

	@Test
	void isNotFooledByValueThatLooksLikeAKey() {
		String hostile = "a\" INDEX PUBLIC.X ON PUBLIC.PURCHASE(LINE) )=(";
		ConstraintViolation violation = violation(Access.JDBC,
				"insert into customer (id, email_address) values (2, '%s')".formatted(hostile),
				"insert into customer (id, email_address) values (3, '%s')".formatted(hostile));
		assertThat(lower(violation.constraint())).isEqualTo(unique("uk_customer_email"));
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("email_address"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsPrimaryKey(Access access) {
		ConstraintViolation violation = violation(access,
				"insert into customer (id, email_address) values (1, 'b@example.org')");
		assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("id"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsMissingParent(Access access) {
		ConstraintViolation violation = violation(access, "insert into purchase (id, customer_id) values (2, 99)");
		assertThat(violation.kind()).isEqualTo(Kind.FOREIGN_KEY);
		assertThat(lower(violation.constraint())).isEqualTo(foreignKey("fk_purchase_customer"));
		assertThat(violation.reference()).isEqualTo(told(Reference.PARENT_MISSING));
		assertThat(lower(violation.table())).isIn(null, "purchase");
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("customer_id"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsExistingChild(Access access) {
		ConstraintViolation violation = violation(access, "delete from customer where id = 1");
		assertThat(violation.kind()).isEqualTo(Kind.FOREIGN_KEY);
		assertThat(lower(violation.constraint())).isEqualTo(foreignKey("fk_purchase_customer"));
		assertThat(violation.reference()).isEqualTo(told(Reference.CHILD_EXISTS));
		assertThat(lower(violation.table())).isIn(null, "purchase");
		assertThat(lower(violation.columns())).isIn(List.of(), List.of("customer_id"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsMissingValue(Access access) {
		ConstraintViolation violation = violation(access, "insert into customer (id, email_address) values (2, null)");
		assertThat(violation.kind()).isEqualTo(Kind.NOT_NULL);
		assertThat(lower(violation.columns())).containsExactly("email_address");
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsCheck(Access access) {
		ConstraintViolation violation = violation(access,
				"insert into customer (id, email_address, age) values (2, 'b', -1)");
		assertThat(violation.kind()).isEqualTo(Kind.CHECK);
		assertThat(lower(violation.constraint())).isEqualTo("ck_customer_age");
		assertThat(lower(violation.table())).isIn(null, "customer");
	}

	@Test
	void tellsEntityAtCommit() {
		ConstraintViolation violation = resolve(catchThrowable(
				() -> this.jpa.run((sql) -> this.jpa.entityManager().persist(new Customer(2, "first@example.org")))));
		assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
		assertThat(lower(violation.constraint())).isEqualTo(unique("uk_customer_email"));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void saysNothingOfOtherFailures(Access access) {
		assertThat(this.resolver.resolve(thrown(access, "select * from nowhere"))).isNull();
	}

	final ConstraintViolation violation(Access access, String... statements) {
		return resolve(thrown(access, statements));
	}

	final ConstraintViolation resolve(Throwable thrown) {
		assertThat(thrown).as("what the statements threw").isNotNull();
		ConstraintViolation violation = this.resolver.resolve(thrown);
		assertThat(violation).as("violation behind %s", thrown).isNotNull();
		return violation;
	}

	private Throwable thrown(Access access, String... statements) {
		return catchThrowable(() -> this.transactions.get(access).run((sql) -> {
			for (String statement : statements) {
				sql.update(statement);
			}
		}));
	}

	static String lower(String name) {
		return (name != null) ? name.toLowerCase(Locale.ROOT) : null;
	}

	static List<String> lower(List<String> names) {
		return names.stream().map(RealConstraintContract::lower).toList();
	}

	/**
	 * Ways of access that wrap and translate failures differently.
	 */
	enum Access {

		JDBC, JDBC_TEMPLATE, JPA

	}

}

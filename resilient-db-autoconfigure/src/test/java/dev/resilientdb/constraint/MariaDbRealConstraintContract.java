package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RealConstraintContract}, and what only MariaDB can do.
 */
abstract class MariaDbRealConstraintContract extends RealConstraintContract {

	MariaDbRealConstraintContract(TestDatabase database) {
		super(database);
	}

	@Test
	void tellsDuplicateInGerman() {
		String hostile = "x'' für Schlüssel ''admin";
		ConstraintViolation violation = violation(Access.JDBC, "set session lc_messages = 'de_DE'",
				"insert into customer (id, email_address) values (2, '%s')".formatted(hostile),
				"insert into customer (id, email_address) values (3, '%s')".formatted(hostile));
		assertThat(violation.constraint()).isEqualTo("uk_customer_email");
	}

	@Test
	void tellsMissingValueInGerman() {
		ConstraintViolation violation = violation(Access.JDBC, "set session lc_messages = 'de_DE'",
				"insert into customer (id, email_address) values (2, null)");
		assertThat(violation.columns()).containsExactly("email_address");
	}

	@Test
	void tellsCheckInGerman() {
		ConstraintViolation violation = violation(Access.JDBC, "set session lc_messages = 'de_DE'",
				"insert into customer (id, email_address, age) values (2, 'b', -1)");
		assertThat(violation.constraint()).isEqualTo("ck_customer_age");
		assertThat(violation.table()).isEqualTo("customer");
	}

	@Test
	void tellsForeignKeyInGerman() {
		ConstraintViolation violation = violation(Access.JDBC, "set session lc_messages = 'de_DE'",
				"insert into purchase (id, customer_id) values (2, 99)");
		assertThat(violation.constraint()).isEqualTo("fk_purchase_customer");
		assertThat(violation.columns()).containsExactly("customer_id");
	}

	@Test
	void tellsColumnOfCheckWithoutName() {
		ConstraintViolation violation = violation(Access.JDBC, "create table aged (age int check (age > 0))",
				"insert into aged values (-1)");
		assertThat(violation.constraint()).isNull();
		assertThat(violation.columns()).containsExactly("age");
	}

	@Test
	void tellsQuotedNames() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table `odd``child` (`p,q` int, constraint `fk 'x` foreign key (`p,q`) references customer (id))",
				"insert into `odd``child` values (99)");
		assertThat(violation.constraint()).isEqualTo("fk 'x");
		assertThat(violation.table()).isEqualTo("odd`child");
		assertThat(violation.columns()).containsExactly("p,q");
	}

	/**
	 * MariaDB 11.4 doubles inner quotes of tables, but not of constraints.
	 */
	@Test
	void leavesOutForeignKeyWithQuoteInItsName() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table quoting (p int, constraint `fk``x` foreign key (p) references customer (id))",
				"insert into quoting values (99)");
		assertThat(violation.constraint()).isNull();
		assertThat(violation.reference()).isEqualTo(Reference.PARENT_MISSING);
	}

	@Test
	void tellsColumnOfValuesThatDoNotFit() {
		assertThat(columns(Kind.LENGTH,
				"insert into customer (id, email_address, name) values (2, 'b', 'too long for it')"))
			.containsExactly("name");
		assertThat(columns(Kind.RANGE, "insert into customer (id, email_address) values (99999999999, 'b')"))
			.containsExactly("id");
		assertThat(columns(Kind.FORMAT, "insert into customer (id, email_address) values ('`a`.`b`.`c', 'b')"))
			.containsExactly("id");
	}

	private List<String> columns(Kind kind, String sql) {
		ConstraintViolation violation = violation(Access.JDBC, sql);
		assertThat(violation.kind()).isEqualTo(kind);
		return violation.columns();
	}

}

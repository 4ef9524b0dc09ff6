package dev.resilientdb.constraint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RealConstraintContract}, and what only PostgreSQL can do.
 */
abstract class PostgresRealConstraintContract extends RealConstraintContract {

	PostgresRealConstraintContract(TestDatabase database) {
		super(database);
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void tellsDeferredConstraintAtCommit(Access access) {
		ConstraintViolation violation = violation(access, """
				create table late (parent_id int, constraint fk_late foreign key (parent_id) references customer (id)
				deferrable initially deferred)""", "insert into late values (99)");
		assertThat(violation.constraint()).isEqualTo("fk_late");
		assertThat(violation.reference()).isEqualTo(Reference.PARENT_MISSING);
		assertThat(violation.columns()).containsExactly("parent_id");
	}

	@Test
	void tellsRestrictedParent() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table strict (parent_id int, constraint fk_strict foreign key (parent_id) references customer (id) on delete restrict)",
				"delete from purchase", "insert into strict values (1)", "delete from customer where id = 1");
		assertThat(violation.constraint()).isEqualTo("fk_strict");
		assertThat(violation.reference()).isEqualTo(Reference.CHILD_EXISTS);
	}

	@Test
	void tellsExclusion() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table booking (room int4range, constraint ex_booking exclude using gist (room with &&))",
				"insert into booking values ('[1,5]')", "insert into booking values ('[5,9]')");
		assertThat(violation.kind()).isEqualTo(Kind.EXCLUSION);
		assertThat(violation.constraint()).isEqualTo("ex_booking");
		assertThat(violation.columns()).containsExactly("room");
	}

	@Test
	void tellsCheckOfDomain() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create domain posint as int constraint ck_posint check (value > 0)",
				"create table amount (value posint)", "insert into amount values (-1)");
		assertThat(violation.kind()).isEqualTo(Kind.CHECK);
		assertThat(violation.constraint()).isEqualTo("ck_posint");
		assertThat(violation.table()).isNull();
	}

	@Test
	void tellsColumnOfExpressionIndex() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create unique index ux_lower on customer (lower(email_address))",
				"insert into customer (id, email_address) values (2, 'FIRST@example.org')");
		assertThat(violation.constraint()).isEqualTo("ux_lower");
		assertThat(violation.columns()).containsExactly("email_address");
	}

	@Test
	void tellsPartitionAndItsOwnConstraint() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table visit (day int, email text, constraint uk_visit unique (day, email)) partition by range (day)",
				"create table visit_2026 partition of visit for values from (1) to (366)",
				"insert into visit values (1, 'a')", "insert into visit values (1, 'a')");
		assertThat(violation.table()).isEqualTo("visit_2026");
		assertThat(violation.constraint()).isEqualTo("visit_2026_day_email_key");
	}

	@Test
	void tellsQuotedNames() {
		ConstraintViolation violation = violation(Access.JDBC,
				"create table \"Odd \"\"Table\" (\"a, b\" int, \"c)=(d\" int, constraint \"uk »x« 'y'\" unique (\"a, b\", \"c)=(d\"))",
				"insert into \"Odd \"\"Table\" values (1, 2)", "insert into \"Odd \"\"Table\" values (1, 2)");
		assertThat(violation.constraint()).isEqualTo("uk »x« 'y'");
		assertThat(violation.table()).isEqualTo("Odd \"Table");
		assertThat(violation.columns()).containsExactly("a, b", "c)=(d");
	}

	@Test
	void tellsRuleThatATriggerRaises() {
		ConstraintViolation violation = violation(Access.JDBC, """
				create function refuse() returns trigger language plpgsql as $$ begin
				raise exception 'no' using errcode = '23514', constraint = 'rule_of_ours', table = 'customer',
				column = 'age', detail = 'Key (admin)=(1)'; end $$""",
				"create trigger refuse before update on customer for each row execute function refuse()",
				"update customer set age = 1");
		assertThat(violation.kind()).isEqualTo(Kind.CHECK);
		assertThat(violation.constraint()).isEqualTo("rule_of_ours");
		assertThat(violation.columns()).containsExactly("age");
	}

	@Test
	void tellsRuleThatATriggerRaisesUnderItsOwnCode() {
		ConstraintViolation violation = violation(Access.JDBC,
				"do $$ begin raise exception 'no' using constraint = 'rule_of_ours'; end $$");
		assertThat(violation.kind()).isEqualTo(Kind.CHECK);
		assertThat(violation.constraint()).isEqualTo("rule_of_ours");
	}

	@Test
	void tellsKindOfValuesThatDoNotFit() {
		assertThat(violation(Access.JDBC,
				"insert into customer (id, email_address, name) values (2, 'b', 'too long for it')")
			.kind()).isEqualTo(Kind.LENGTH);
		assertThat(violation(Access.JDBC, "insert into customer (id, email_address) values (99999999999, 'b')").kind())
			.isEqualTo(Kind.RANGE);
		assertThat(violation(Access.JDBC, "insert into customer (id, email_address) values ('zz', 'b')").kind())
			.isEqualTo(Kind.FORMAT);
	}

}

package dev.resilientdb.constraint;

import java.sql.SQLException;

import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The cases in which the extractors of Hibernate 7.4.5 name no constraint or a wrong one,
 * by their number in the list that {@code docs/constraints.md} has.
 */
class ExtractorDefectTests {

	private final ConstraintViolationResolver resolver = Resolvers.create();

	@Test
	void defect01H2Unique() {
		expect(DriverExceptions.h2(23505,
				"Unique index or primary key violation: \"PUBLIC.UK_EMAIL INDEX PUBLIC.UK_EMAIL_INDEX_3 ON PUBLIC.CHILD(EMAIL NULLS FIRST) VALUES ( /* 1 */ 'a' )\""),
				Kind.UNIQUE, "UK_EMAIL");
	}

	@Test
	void defect02H2PrimaryKey() {
		expect(DriverExceptions.h2(23505,
				"Unique index or primary key violation: \"PUBLIC.CONSTRAINT_3 PRIMARY KEY ON PUBLIC.CHILD(ID) ( /* key:1 */ 1)\""),
				Kind.UNIQUE, "CONSTRAINT_3");
	}

	@Test
	void defect03MySqlUniqueWithTable() {
		ConstraintViolation violation = expect(
				DriverExceptions.mySql("23000", 1062, "Duplicate entry 'a' for key 'users.uk_users_email'"),
				Kind.UNIQUE, "uk_users_email");
		assertThat(violation.table()).isEqualTo("users");
	}

	@Test
	void defect04ValueThatNamesAnotherKey() {
		String value = "x' for key 'users.admin";
		expect(DriverExceptions.mariaDb("23000", 1062, "(conn=3) Duplicate entry '" + value + "' for key 'uk_email'"),
				Kind.UNIQUE, "uk_email");
		expect(DriverExceptions.mySql("23000", 1062, "Duplicate entry '" + value + "' for key 'users.uk_email'"),
				Kind.UNIQUE, "uk_email");
	}

	@Test
	void defect05KeysWithoutNames() {
		ConstraintViolation child = expect(DriverExceptions.mySql("23000", 1216,
				"Cannot add or update a child row: a foreign key constraint fails"), Kind.FOREIGN_KEY, null);
		ConstraintViolation parent = expect(
				DriverExceptions.mySql("23000", 1217,
						"Cannot delete or update a parent row: a foreign key constraint fails"),
				Kind.FOREIGN_KEY, null);
		assertThat(child.reference()).isEqualTo(Reference.PARENT_MISSING);
		assertThat(parent.reference()).isEqualTo(Reference.CHILD_EXISTS);
		expect(DriverExceptions.mySql("23000", 1586, "Duplicate entry 'a' for key 'users.uk_email'"), Kind.UNIQUE,
				"uk_email");
	}

	@Test
	void defect06MariaDbCheckThroughMySqlsDriver() {
		expect(DriverExceptions.mySql("23000", 4025, "CONSTRAINT `ck_age` failed for `db`.`child`"), Kind.CHECK,
				"ck_age");
	}

	@Test
	void defect07MariaDbCheckOfColumn() {
		ConstraintViolation violation = expect(
				DriverExceptions.mariaDb("23000", 4025, "(conn=3) CONSTRAINT `child.age` failed for `db`.`child`"),
				Kind.CHECK, null);
		assertThat(violation.columns()).containsExactly("age");
	}

	@Test
	void defect08SqlServerParent() {
		ConstraintViolation violation = expect(DriverExceptions.sqlServer("23000", 547,
				"The DELETE statement conflicted with the REFERENCE constraint \"FK_ORDER\". The conflict occurred in"
						+ " database \"db\", table \"dbo.child\", column 'parent_id'."),
				Kind.FOREIGN_KEY, "FK_ORDER");
		assertThat(violation).extracting(ConstraintViolation::table, ConstraintViolation::reference)
			.contains("child", Reference.CHILD_EXISTS);
		ConstraintViolation same = expect(DriverExceptions.sqlServer("23000", 547,
				"The DELETE statement conflicted with the SAME TABLE REFERENCE constraint \"FK_NODE\". The conflict"
						+ " occurred in database \"db\", table \"dbo.node\", column 'up'."),
				Kind.FOREIGN_KEY, "FK_NODE");
		assertThat(same.reference()).isEqualTo(Reference.CHILD_EXISTS);
	}

	@Test
	void defect09PostgresExclusion() {
		expect(DriverExceptions.postgres("C23P01;tbooking;nex_booking;DKey (room)=(1) conflicts with …"),
				Kind.EXCLUSION, "ex_booking");
	}

	@Test
	void defect10PostgresRestrictedParent() {
		ConstraintViolation violation = expect(DriverExceptions.postgres(
				"C23001;tchild;nfk_child;Mupdate or delete on table \"parent\" violates RESTRICT setting of foreign key constraint \"fk_child\" on table \"child\""),
				Kind.FOREIGN_KEY, "fk_child");
		assertThat(violation.reference()).isEqualTo(Reference.CHILD_EXISTS);
	}

	@Test
	void defect11PostgresInGerman() {
		expect(DriverExceptions
			.postgres("C23505;tusers;nuk_email;Mdoppelter Schlüsselwert verletzt Unique-Constraint »uk_email«"),
				Kind.UNIQUE, "uk_email");
	}

	@Test
	void defect12MariaDbInGerman() {
		expect(DriverExceptions.mariaDb("23000", 1062, "(conn=3) Doppelter Eintrag 'x' für Schlüssel 'uk_email'"),
				Kind.UNIQUE, "uk_email");
	}

	@Test
	void defect13Sqlite() {
		ConstraintViolation violation = expect(DriverExceptions.sqlite(2067, "UNIQUE constraint failed: child.email"),
				Kind.UNIQUE, null);
		assertThat(violation.columns()).containsExactly("email");
	}

	@Test
	void defect14Oracle() {
		expect(DriverExceptions.oracle(1, "ORA-00001: unique constraint (HR.UK_EMAIL) violated"), Kind.UNIQUE,
				"UK_EMAIL");
		ConstraintViolation violation = expect(
				DriverExceptions.oracle(1400, "ORA-01400: cannot insert NULL into (\"HR\".\"CHILD\".\"EMAIL\")"),
				Kind.NOT_NULL, null);
		assertThat(violation.table()).isEqualTo("CHILD");
		assertThat(violation.columns()).containsExactly("EMAIL");
	}

	/**
	 * Behind Hibernate's exception with a name that must not win.
	 */
	private ConstraintViolation expect(SQLException ex, Kind kind, String constraint) {
		ConstraintViolation violation = this.resolver
			.resolve(new ConstraintViolationException("could not execute [insert into admin …]", ex, "admin"));
		assertThat(violation).extracting(ConstraintViolation::kind, ConstraintViolation::constraint)
			.satisfies((found) -> assertThat(tuple(found.toArray())).isEqualTo(tuple(kind, constraint)));
		return violation;
	}

}

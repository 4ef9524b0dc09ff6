package dev.resilientdb.dialect;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.constraint.ReportedViolation;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresConstraints}.
 */
class PostgresConstraintTests {

	private final ConstraintDialect dialect = new PostgresDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					unique               | C23505;tchild;nuk;DKey (a, b)=(1, 2) already exists.                                  | UNIQUE      | uk       | child   | a+b             |
					schema               | C23505;ss2;tchild;nuk;DKey (a, b)=(1, 2) already exists.                              | UNIQUE      | uk       | s2.child | a+b            |
					quoted columns       | C23505;tchild;nuk;DKey ("a b", "c)=(d")=(1, 2) already exists.                         | UNIQUE      | uk       | child   | a b+c)=(d       |
					expression index     | C23505;tchild;nix;DKey (lower(email::text))=(a) already exists.                        | UNIQUE      | ix       | child   | email           |
					difficult expression | C23505;tchild;nix;DKey (tenant, ((data ->> ')=('::text)))=(1, a) already exists.       | UNIQUE      | ix       | child   |                 |
					no privilege         | C23505;tchild;nuk                                                                      | UNIQUE      | uk       | child   |                 |
					German               | C23505;tchild;nuk_email;MUnique-Constraint »uk_email«;DSchlüssel »(email)=(x)« gibt es | UNIQUE      | uk_email | child   | email           |
					not null             | C23502;tchild;cemail;Mnull value in column "email" of relation "child" violates        | NOT_NULL    |          | child   | email           |
					check                | C23514;tchild;nck;DFailing row contains (1, secret).                                   | CHECK       | ck       | child   |                 |
					domain check         | C23514;dposint;nck_posint;Mvalue for domain posint violates check constraint "x"       | CHECK       | ck_posint|         |                 |
					view with option     | C44000;Mnew row violates check option for view "v"                                     | CHECK       |          |         |                 |
					exclusion            | C23P01;tbooking;nex;DKey (room, during)=(1, [1,3)) conflicts with existing key (room…  | EXCLUSION   | ex       | booking | room+during     |
					too long             | C22001;Mvalue too long for type character varying(10)                                  | LENGTH      |          |         |                 |
					bad literal          | C22P02;Minvalid input syntax for type integer: "zz"                                    | FORMAT      |          |         |                 |
					out of range         | C22003;Minteger out of range                                                           | RANGE       |          |         |                 |
					raised with column   | C23505;tchild;nrule;cemail;Rexec_stmt_raise;DKey (a)=(x)                               | UNIQUE      | rule     | child   | email           |
					raised with detail   | C23505;tchild;nrule;Rexec_stmt_raise;DKey (admin)=(x) already exists.                  | UNIQUE      | rule     | child   |                 |
					raised check         | C23514;tchild;nrule;cage;Rexec_stmt_raise;MFree text                                   | CHECK       | rule     | child   | age             |
					""")
	void reports(ArgumentsAccessor row) {
		assertThat(this.dialect.report(DriverExceptions.postgres(row.getString(1)))).isEqualTo(Reports.of(row, 2));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					child of no parent      | C23503;tchild;nfk;Minsert or update on table "child" violates foreign key constraint "fk";DKey (parent_id)=(99) is not present in table "parent".                   | parent_id | PARENT_MISSING
					parent of a child       | C23503;tchild;nfk;Mupdate or delete on table "parent" violates foreign key constraint "fk" on table "child";DKey (id)=(1) is still referenced from table "child". |           | CHILD_EXISTS
					restricted since 18     | C23001;tchild;nfk;Mupdate or delete on table "parent" violates RESTRICT setting of foreign key constraint "fk" on table "child"                                    |           | CHILD_EXISTS
					German child            | C23503;tchild;nfk;MEinfügen oder Aktualisieren in Tabelle »child« verletzt Fremdschlüssel-Constraint »fk«;DSchlüssel (parent_id)=(99) ist nicht in …              | parent_id | PARENT_MISSING
					German parent           | C23503;tchild;nfk;MAktualisieren oder Löschen in Tabelle »parent« verletzt Fremdschlüssel-Constraint »fk« von Tabelle »child«                                      |           | CHILD_EXISTS
					no message              | C23503;tchild;nfk                                                                                                                                                  |           |
					raised                  | C23503;tchild;nfk;Rexec_stmt_raise;Mthe "a" and "b"                                                                                                                |           |
					""")
	void reportsSideOfForeignKey(String condition, String fields, String columns, Reference reference) {
		assertThat(report(fields)).isEqualTo(Reports.of(Kind.FOREIGN_KEY, "fk", "child", columns, reference));
	}

	@Test
	void leavesSideOpenWhenNamesHoldQuotes() {
		assertThat(report("C23503;tchi\"l\"d;nfk;Minsert or update on table \"chi\"l\"d\" violates foreign key"
				+ " constraint \"fk\""))
			.isEqualTo(Reports.of(Kind.FOREIGN_KEY, "fk", "chi\"l\"d", null, null));
	}

	@Test
	void reportsConstraintThatATriggerRaisedUnderACodeOfItsOwn() {
		assertThat(report("CP0001;tchild;nrule_of_ours;Rexec_stmt_raise"))
			.isEqualTo(Reports.of(null, "rule_of_ours", "child", null, null));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(report("C40P01")).isNull();
		assertThat(report("CP0001")).isNull();
		assertThat(report("C22012;Mdivision by zero")).isNull();
	}

	@Test
	void tellsKindAloneWithoutTheServersFields() {
		assertThat(this.dialect.report(new SQLException("Batch entry 0 insert \"uk\"", "23505")))
			.isEqualTo(ReportedViolation.of(Kind.UNIQUE));
	}

	@Test
	void readsTheClassesOfYugabytesDriver() {
		assertThat(new YugabyteDialect().report(new com.yugabyte.util.PSQLException("23505", "uk_email", "users")))
			.isEqualTo(Reports.of(Kind.UNIQUE, "uk_email", "users", null, null));
	}

	@Test
	void readsCockroachsTexts() {
		SQLException ex = DriverExceptions.postgres(
				"C23503;nfk;tchild;Minsert on table \"child\" violates foreign key constraint \"fk\";DKey (p)=(9) is not present in table \"parent\".");
		assertThat(new CockroachDialect().report(ex))
			.isEqualTo(Reports.of(Kind.FOREIGN_KEY, "fk", "child", "p", Reference.PARENT_MISSING));
	}

	private ReportedViolation report(String fields) {
		return this.dialect.report(DriverExceptions.postgres(fields));
	}

}

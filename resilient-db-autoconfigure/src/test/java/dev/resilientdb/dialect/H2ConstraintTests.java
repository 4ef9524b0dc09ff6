package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link H2Constraints}.
 */
class H2ConstraintTests {

	private final ConstraintDialect dialect = new H2Dialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique 2.4      | 23505 | Unique index or primary key violation: "PUBLIC.UK INDEX PUBLIC.UK_INDEX_3 ON PUBLIC.CHILD(EMAIL NULLS FIRST) VALUES ( /* 1 */ 'a' )" | UNIQUE | UK | PUBLIC.CHILD | EMAIL |
					several columns | 23505 | Unique index or primary key violation: "PUBLIC.UK INDEX PUBLIC.UK_INDEX_3 ON PUBLIC.CHILD(A DESC NULLS LAST, B) VALUES ( 1 )" | UNIQUE | UK | PUBLIC.CHILD | A+B |
					unique 2.3      | 23505 | Unique index or primary key violation: "PUBLIC.UK_INDEX_3 ON PUBLIC.CHILD(EMAIL NULLS FIRST) VALUES ( /* 1 */ 'a' )" | UNIQUE | UK_INDEX_3 | PUBLIC.CHILD | EMAIL |
					primary key 2.4 | 23505 | Unique index or primary key violation: "PUBLIC.CONSTRAINT_3 PRIMARY KEY ON PUBLIC.CHILD(ID) ( /* key:1 */ 1)" | UNIQUE | CONSTRAINT_3 | PUBLIC.CHILD | ID |
					primary key 2.3 | 23505 | Unique index or primary key violation: "PRIMARY KEY ON PUBLIC.CHILD(ID) ( /* key:1 */ 1)" | UNIQUE | | PUBLIC.CHILD | ID |
					not null        | 23502 | NULL not allowed for column "EMAIL" | NOT_NULL | | | EMAIL |
					check           | 23513 | Check constraint violation: "CK: " | CHECK | CK | | |
					check, old      | 23513 | Check constraint violation: "CK: (AGE > 0)" | CHECK | | | |
					no parent       | 23506 | Referential integrity constraint violation: "FK: PUBLIC.CHILD FOREIGN KEY(P) REFERENCES PUBLIC.PARENT(ID) (99)" | FOREIGN_KEY | FK | PUBLIC.CHILD | P | PARENT_MISSING
					child exists    | 23503 | Referential integrity constraint violation: "FK: a: PUBLIC.CHILD FOREIGN KEY(P, Q) REFERENCES PUBLIC.PARENT(ID) (99)" | FOREIGN_KEY | FK: a | PUBLIC.CHILD | P+Q | CHILD_EXISTS
					too long, blank | 22001 | Value too long for column "my CHARACTER col CHARACTER VARYING(10)": "'secret' (30)" | LENGTH | | | my CHARACTER col |
					too long, bytes | 22001 | Value too long for column "DATA BINARY VARYING(10)": "X'00' (30)" | LENGTH | | | DATA |
					too long, alone | 22001 | Value too long for column "CHARACTER VARYING(10)": "'secret' (30)" | LENGTH | | | |
					too long        | 22001 | Value too long for column "NAME CHARACTER VARYING(10)": "'secret' (30)" | LENGTH | | | NAME |
					out of range    | 22003 | Numeric value out of range: "99999999999" | RANGE | | | |
					wrong form      | 22018 | Data conversion error converting "secret" | FORMAT | | | |
					""")
	void reports(ArgumentsAccessor row) {
		assertThat(this.dialect.report(DriverExceptions.h2(row.getInteger(1), row.getString(2))))
			.isEqualTo(Reports.of(row, 3));
	}

	@Test
	void readsQuotedNames() {
		String parameter = "PUBLIC.\"u\"\"q ON x\" INDEX PUBLIC.\"i\" ON PUBLIC.\"t(\"(\"c NULLS FIRST\" NULLS FIRST) VALUES (1)";
		String message = "Unique index or primary key violation: \"" + parameter.replace("\"", "\"\"") + "\"";
		assertThat(this.dialect.report(DriverExceptions.h2(23505, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "u\"q ON x", "PUBLIC.t(", "c NULLS FIRST", null));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique          | 23505 | PUBLIC.U&"uk_gr\\00f6\\00dfe" INDEX PUBLIC.U&"i\\00f6" ON PUBLIC.U&"gr\\00f6\\00dfe"(U&"l\\00e4nge" DESC NULLS LAST, B) VALUES ( 1 ) | UNIQUE | uk_größe | PUBLIC.größe | länge+B |
					primary key     | 23505 | PUBLIC.U&"pk_gr\\00f6\\00dfe" PRIMARY KEY ON PUBLIC.U&"gr\\00f6\\00dfe"(ID) ( /* key:1 */ 1) | UNIQUE | pk_größe | PUBLIC.größe | ID |
					six digits      | 23505 | PUBLIC.U&"uk\\+01f600" INDEX PUBLIC.I ON PUBLIC.U&"\\65e5\\672c"(A) VALUES ( 1 ) | UNIQUE | uk😀 | PUBLIC.日本 | A |
					backslash       | 23505 | PUBLIC.U&"\\00e4\\\\00e4" INDEX PUBLIC.I ON PUBLIC."a\\00e4"(A) VALUES ( 1 ) | UNIQUE | ä\\00e4 | PUBLIC.a\\00e4 | A |
					quote           | 23505 | PUBLIC.U&"\\00e4""x" INDEX PUBLIC.I ON PUBLIC.U(A) VALUES ( 1 ) | UNIQUE | ä"x | PUBLIC.U | A |
					foreign key     | 23506 | fk_日本: PUBLIC.U&"\\65e5\\672c" FOREIGN KEY(U&"\\00d6") REFERENCES PUBLIC.U&"gr\\00f6\\00dfe"(ID) (99) | FOREIGN_KEY | fk_日本 | PUBLIC.日本 | Ö | PARENT_MISSING
					column          | 23502 | ä\\"          | NOT_NULL | | | ä\\" |
					without columns | 23505 | PUBLIC.UK INDEX PUBLIC.I ON PUBLIC.U&T | UNIQUE | | | |
					""")
	void readsNamesThatAreNotAscii(ArgumentsAccessor row) {
		String message = "Violation: " + H2Messages.quote(row.getString(2));
		assertThat(this.dialect.report(DriverExceptions.h2(row.getInteger(1), message))).isEqualTo(Reports.of(row, 3));
	}

	@Test
	void readsNameOfCheckThatIsNotAscii() {
		String message = "Check constraint violation: " + H2Messages.quote("ck\\größe\n: ");
		assertThat(this.dialect.report(DriverExceptions.h2(23513, message)))
			.isEqualTo(Reports.of(Kind.CHECK, "ck\\größe\n", null, null, null));
	}

	@Test
	void readsTranslatedMessage() {
		String parameter = ": \"PUBLIC.UK INDEX PUBLIC.I ON PUBLIC.C(E) VALUES (1)\"";
		String message = "Eindeutiger Index oder Primärschlüssel verletzt" + parameter
				+ "\nUnique index or primary key violation" + parameter;
		assertThat(this.dialect.report(DriverExceptions.h2(23505, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "UK", "PUBLIC.C", "E", null));
	}

	@Test
	void neverReadsTheStatement() {
		assertThat(this.dialect.report(DriverExceptions.h2(23505, "Unique index or primary key violation")))
			.isEqualTo(Reports.of(Kind.UNIQUE, null, null, null, null));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(this.dialect.report(DriverExceptions.h2(40001, "Deadlock detected"))).isNull();
	}

}

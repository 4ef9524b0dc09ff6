package dev.resilientdb.dialect;

import java.sql.SQLException;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No row value decides what a parser answers, whatever it imitates.
 */
class HostileValueTests {

	private static final String[] PIECES = { "'", "\"", "`", "''", "\"\"", "``", "\\", "x", "U&\"\\0061\"", "\\0022",
			"\\+000022", "\\+110000", "\\5c", "&", "0", " ", "\n", "(", ")", ")=(", ", ", ".", " for key '",
			"users.admin'", " for column ", "`db`.`t`.`admin`", " at row 1", " INDEX PUBLIC.X ON PUBLIC.ADMIN(A)",
			" ON ", " PRIMARY KEY ON PUBLIC.ADMIN(A)", "; SQL statement:\n", " FOREIGN KEY(", ") REFERENCES ",
			"CONSTRAINT `admin`", "ORA-02290: check constraint (HR.ADMIN) violated",
			"\nORA-00001: unique constraint (HR.ADMIN) violated",
			"'. Cannot insert duplicate key in object 'dbo.admin'", "Key (admin)=(",
			"UNIQUE constraint failed: admin.a", "«", "»", "für Schlüssel 'admin'", "' is violated.", "\0", "\u2028",
			"(conn=1) " };

	@Property
	void ofMySqlDuplicate(@ForAll("values") String value) {
		String message = "Duplicate entry '" + value + "' for key 'users.uk_email'";
		assertThat(new MySqlDialect().report(DriverExceptions.mySql("23000", 1062, message))).isIn(
				Reports.of(Kind.UNIQUE, "uk_email", "users", null, null),
				Reports.of(Kind.UNIQUE, null, null, null, null));
	}

	@Property
	void ofMariaDbDuplicate(@ForAll("values") String value) {
		String message = "Duplicate entry '" + value + "' for key 'uk_email'";
		assertThat(new MariaDbDialect().report(DriverExceptions.mariaDb("23000", 1062, message))).isIn(
				Reports.of(Kind.UNIQUE, "uk_email", null, null, null), Reports.of(Kind.UNIQUE, null, null, null, null));
	}

	@Property
	void ofGermanMariaDbDuplicate(@ForAll("values") String value) {
		String message = "Doppelter Eintrag '" + value + "' für Schlüssel 'uk_email'";
		assertThat(new MariaDbDialect().report(DriverExceptions.mariaDb("23000", 1062, message)).constraint())
			.isIn("uk_email", null);
	}

	@Property
	void ofMariaDbWrongValue(@ForAll("values") String value) {
		String message = "Incorrect integer value: '" + value + "' for column `db`.`users`.`age` at row 1";
		assertThat(new MariaDbDialect().report(DriverExceptions.mariaDb("22007", 1366, message)))
			.isEqualTo(Reports.of(Kind.FORMAT, null, "users", "age", null));
	}

	@Property
	void ofMySqlWrongValue(@ForAll("values") String value) {
		String message = "Incorrect integer value: '" + value + "' for column 'age' at row 1";
		assertThat(new MySqlDialect().report(DriverExceptions.mySql("HY000", 1366, message)))
			.isEqualTo(Reports.of(Kind.FORMAT, null, null, "age", null));
	}

	@Property
	void ofMySqlTruncatedValueWithoutColumn(@ForAll("values") String value) {
		String message = "Truncated incorrect DOUBLE value: '" + value + "'";
		assertThat(new MySqlDialect().report(DriverExceptions.mySql("22001", 1292, message)))
			.isEqualTo(Reports.of(Kind.FORMAT, null, null, null, null));
	}

	@Property
	void ofPostgresDetail(@ForAll("values") String value) {
		String detail = "Key (email, lower(name))=(" + value + ") already exists.";
		assertThat(PostgresConstraints.keyColumns(detail)).isEqualTo(List.of("email", "name"));
	}

	@Property
	void ofGermanPostgresDetail(@ForAll("values") String value) {
		assertThat(PostgresConstraints.keyColumns("Schlüssel »(\"e mail\")=(" + value + ")« existiert bereits."))
			.isEqualTo(List.of("e mail"));
	}

	@Property
	void ofH2Duplicate(@ForAll("values") String value) {
		String parameter = "PUBLIC.UK INDEX PUBLIC.UK_INDEX_3 ON PUBLIC.USERS(EMAIL NULLS FIRST) VALUES ('" + value
				+ "')";
		String message = "Unique index or primary key violation: \"" + parameter.replace("\"", "\"\"") + "\"";
		assertThat(new H2Dialect().report(DriverExceptions.h2(23505, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "UK", "PUBLIC.USERS", "EMAIL", null));
	}

	@Property
	void ofH2ForeignKey(@ForAll("values") String value) {
		String parameter = "FK: PUBLIC.CHILD FOREIGN KEY(P) REFERENCES PUBLIC.PARENT(ID) ('" + value + "')";
		String message = "Referential integrity constraint violation: \"" + parameter.replace("\"", "\"\"") + "\"";
		assertThat(new H2Dialect().report(DriverExceptions.h2(23506, message)))
			.isEqualTo(Reports.of(Kind.FOREIGN_KEY, "FK", "PUBLIC.CHILD", "P", Reference.PARENT_MISSING));
	}

	@Property
	void ofH2DuplicateInTableThatIsNotAscii(@ForAll("values") String value) {
		String parameter = "PUBLIC.U&\"uk_gr\\00f6\\00dfe\" INDEX PUBLIC.I ON PUBLIC.U&\"gr\\00f6\\00dfe\"(U&\"\\5927\") VALUES ('"
				+ value + "')";
		String message = "Unique index or primary key violation: " + H2Messages.quote(parameter);
		assertThat(new H2Dialect().report(DriverExceptions.h2(23505, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "uk_größe", "PUBLIC.größe", "大", null));
	}

	@Property
	void ofH2ForeignKeyOfTableThatIsNotAscii(@ForAll("values") String value) {
		String parameter = "fk_日本: PUBLIC.U&\"\\65e5\\672c\" FOREIGN KEY(P) REFERENCES PUBLIC.PARENT(ID) ('" + value
				+ "')";
		String message = "Referential integrity constraint violation: " + H2Messages.quote(parameter);
		assertThat(new H2Dialect().report(DriverExceptions.h2(23506, message)))
			.isEqualTo(Reports.of(Kind.FOREIGN_KEY, "fk_日本", "PUBLIC.日本", "P", Reference.PARENT_MISSING));
	}

	@Property
	void ofH2NameWithAnyCharacters(@ForAll("values") String name) {
		String written = H2Messages.identifier("ä" + name);
		String message = "Unique index or primary key violation: "
				+ H2Messages.quote("PUBLIC." + written + " INDEX PUBLIC.I ON PUBLIC." + written + "(A) VALUES (1)");
		assertThat(new H2Dialect().report(DriverExceptions.h2(23505, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "ä" + name, "PUBLIC.ä" + name, "A", null));
	}

	@Property
	void ofSqlServerDuplicate(@ForAll("values") String value) {
		String message = "Violation of UNIQUE KEY constraint 'UQ'. Cannot insert duplicate key in object 'dbo.users'."
				+ " The duplicate key value is (" + value + ").";
		assertThat(new SqlServerDialect().report(DriverExceptions.sqlServer("23000", 2627, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "UQ", "dbo.users", null, null));
	}

	@Property
	void ofSqlServerTruncation(@ForAll("values") String value) {
		String message = "String or binary data would be truncated in table 'db.dbo.users', column 'email'."
				+ " Truncated value: '" + value + "'.";
		assertThat(new SqlServerDialect().report(DriverExceptions.sqlServer("S0001", 2628, message)))
			.isEqualTo(Reports.of(Kind.LENGTH, null, "users", "email", null));
	}

	@Property
	void ofOracleDuplicate(@ForAll("values") String value) {
		String message = "ORA-00001: unique constraint (HR.UK) violated on table HR.USERS columns (EMAIL)\n"
				+ "ORA-03301: (ORA-00001 details) row with column values (EMAIL:'" + value + "') already exists";
		assertThat(new OracleDialect().report(DriverExceptions.oracle(1, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "UK", "HR.USERS", "EMAIL", null));
	}

	@Property
	void everyParserAnswersForEveryText(@ForAll("values") String text, @ForAll("codes") int code) {
		ConstraintDialect[] dialects = { new MySqlDialect(), new MariaDbDialect(), new H2Dialect(),
				new SqlServerDialect(), new OracleDialect(), new SqliteDialect(), new PostgresDialect() };
		assertThat(dialects)
			.allSatisfy((dialect) -> assertThat(dialect.report(new SQLException(text, String.valueOf(code), code)))
				.satisfiesAnyOf((report) -> assertThat(report).isNull(),
						(report) -> assertThat(report.columns()).doesNotContainNull()));
	}

	@Provide
	Arbitrary<String> values() {
		return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5))
			.list()
			.ofMaxSize(12)
			.map((pieces) -> String.join("", pieces));
	}

	@Provide
	Arbitrary<Integer> codes() {
		return Arbitraries.of(1, 2091, 2290, 2291, 1400, 12899, 1062, 1451, 1452, 1048, 1364, 3819, 4025, 1406, 1366,
				23505, 23502, 23503, 23506, 23513, 22001, 22018, 2627, 2601, 547, 515, 2628, 275, 787, 1299, 1555, 2067,
				1811);
	}

}

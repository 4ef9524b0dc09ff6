package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Names that are not ASCII, which H2 2.4 writes as {@code U&"gr\00f6\00dfe"} in some of
 * its messages.
 */
class H2UnicodeNamesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final ConstraintViolationResolver resolver = Resolvers.create();

	@BeforeAll
	static void createTables() {
		database.owner().execute("""
				create table "größe" (id int constraint "pk_größe" primary key,
				"länge" int not null constraint "uk_größe" unique,
				constraint "ck_größe" check ("länge" > 0))""", """
				create table "日本" (id int constraint "pk😀" primary key, "a\\""ä" int, p int,
				constraint "fk_日本" foreign key (p) references "größe" (id),
				constraint "uk\\""ü" unique ("a\\""ä"))""", """
				create table sized ("wä\""ß \\ x" varchar(2), "my BINARY" varbinary(2), plain varchar(2))""", """
				insert into "größe" values (1, 1)""", """
				insert into "日本" values (1, 1, 1)""");
	}

	@Test
	void knowsUniqueConstraint() {
		assertThat(violation("insert into \"größe\" values (2, 1)"))
			.isEqualTo(of(Kind.UNIQUE, "uk_größe", "größe", "länge"));
	}

	@Test
	void knowsPrimaryKey() {
		assertThat(violation("insert into \"größe\" values (1, 2)"))
			.isEqualTo(of(Kind.UNIQUE, "pk_größe", "größe", "ID"));
	}

	@Test
	void knowsCharacterBeyondTheBasicPlane() {
		assertThat(violation("insert into \"日本\" values (1, 2, 1)")).isEqualTo(of(Kind.UNIQUE, "pk😀", "日本", "ID"));
	}

	@Test
	void knowsBackslashAndQuote() {
		assertThat(violation("insert into \"日本\" values (2, 1, 1)"))
			.isEqualTo(of(Kind.UNIQUE, "uk\\\"ü", "日本", "a\\\"ä"));
	}

	@Test
	void knowsCheck() {
		assertThat(violation("insert into \"größe\" values (2, -1)")).extracting(Names::constraint)
			.isEqualTo("ck_größe");
	}

	@Test
	void knowsMissingValue() {
		assertThat(violation("insert into \"größe\" values (2, null)"))
			.isEqualTo(of(Kind.NOT_NULL, null, null, "länge"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "'xxx', null, null, wä\"ß \\ x", "null, X'000000', null, my BINARY", "null, null, 'xxx', PLAIN" })
	void knowsColumnOfValueThatIsTooLong(ArgumentsAccessor row) {
		assertThat(violation("insert into sized values (%s, %s, %s)".formatted(row.get(0), row.get(1), row.get(2))))
			.isEqualTo(of(Kind.LENGTH, null, null, row.getString(3)));
	}

	@Test
	void knowsForeignKeyOfMissingParent() {
		assertThat(violation("insert into \"日本\" values (2, 2, 99)"))
			.isEqualTo(of(Kind.FOREIGN_KEY, "fk_日本", "日本", "P"));
	}

	@Test
	void knowsForeignKeyOfExistingChild() {
		assertThat(violation("delete from \"größe\"")).isEqualTo(of(Kind.FOREIGN_KEY, "fk_日本", "日本", "P"));
	}

	private Names violation(String sql) {
		ConstraintViolation violation = this.resolver
			.resolve(catchThrowable(() -> new JdbcTemplate(database.dataSource()).execute(sql)));
		return new Names(violation.kind(), violation.constraint(), violation.table(), violation.columns());
	}

	private static Names of(Kind kind, String constraint, String table, String column) {
		return new Names(kind, constraint, table, List.of(column));
	}

	private record Names(Kind kind, String constraint, String table, List<String> columns) {
	}

}

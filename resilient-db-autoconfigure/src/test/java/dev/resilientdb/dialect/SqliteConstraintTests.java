package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqliteConstraints}.
 */
class SqliteConstraintTests {

	private final ConstraintDialect dialect = new SqliteDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique           | 2067 | UNIQUE constraint failed: child.email            | UNIQUE      |    | child | email |
					several columns  | 2067 | UNIQUE constraint failed: child.a, child.b       | UNIQUE      |    | child | a+b   |
					dots in names    | 2067 | UNIQUE constraint failed: my.child.email         | UNIQUE      |    |       |       |
					expression index | 2067 | UNIQUE constraint failed: index 'ix'             | UNIQUE      | ix |       |       |
					primary key      | 1555 | UNIQUE constraint failed: child.id               | UNIQUE      |    | child | id    |
					rowid            | 2579 | UNIQUE constraint failed: child.rowid            | UNIQUE      |    | child | rowid |
					not null         | 1299 | NOT NULL constraint failed: child.email          | NOT_NULL    |    | child | email |
					check            | 275  | CHECK constraint failed: ck_age                  | CHECK       | ck_age | |     |
					check, unnamed   | 275  | CHECK constraint failed: age >= 18               | CHECK       |    |       |       |
					foreign key      | 787  | FOREIGN KEY constraint failed                    | FOREIGN_KEY |    |       |       |
					restricted       | 1811 | FOREIGN KEY constraint failed                    | FOREIGN_KEY |    |       |       | CHILD_EXISTS
					trigger          | 1811 | customers are never deleted                      | CHECK       |    |       |       |
					spoofing trigger | 1811 | UNIQUE constraint failed: users.admin            | CHECK       |    |       |       |
					spoofing value   | 1811 | no (FOREIGN KEY constraint failed                | CHECK       |    |       |       |
					wrong type       | 3091 | cannot store TEXT value in INTEGER column t.a    | FORMAT      |    |       |       |
					too big          | 18   | string or blob too big                           | LENGTH      |    |       |       |
					mismatch         | 20   | datatype mismatch                                | FORMAT      |    |       |       |
					""")
	void reports(ArgumentsAccessor row) {
		assertThat(this.dialect.report(DriverExceptions.sqlite(row.getInteger(1), row.getString(2))))
			.isEqualTo(Reports.of(row, 3));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(this.dialect.report(DriverExceptions.sqlite(5, "database is locked"))).isNull();
	}

}

package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OracleConstraints}.
 */
class OracleConstraintTests {

	private final ConstraintDialect dialect = new OracleDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique to 21c    | 1     | ORA-00001: unique constraint (HR.UK) violated                                   | UNIQUE      | UK | HR.   |       |
					unique since 23  | 1     | ORA-00001: unique constraint (HR.UK) violated on table HR.USERS columns (EMAIL) | UNIQUE      | UK | HR.USERS | EMAIL |
					several columns  | 1     | ORA-00001: unique constraint (HR.UK) violated on table HR.USERS columns (A, B)  | UNIQUE      | UK | HR.USERS | A+B   |
					unique, German   | 1     | ORA-00001: Unique Constraint (HR.UK) verletzt                                   | UNIQUE      | UK | HR.   |       |
					check            | 2290  | ORA-02290: check constraint (HR.CK) violated                                    | CHECK       | CK | HR.   |       |
					no parent        | 2291  | ORA-02291: integrity constraint (HR.FK) violated - parent key not found         | FOREIGN_KEY | FK | HR.   |       | PARENT_MISSING
					child exists     | 2292  | ORA-02292: integrity constraint (HR.FK) violated - child record found           | FOREIGN_KEY | FK | HR.   |       | CHILD_EXISTS
					not null, insert | 1400  | ORA-01400: cannot insert NULL into ("HR"."CHILD"."EMAIL")                       | NOT_NULL    |    | CHILD | EMAIL |
					not null, update | 1407  | ORA-01407: cannot update ("HR"."CHILD"."EMAIL") to NULL                         | NOT_NULL    |    | CHILD | EMAIL |
					too large        | 12899 | ORA-12899: value too large for column "HR"."T"."C" (actual: 20, maximum: 10)    | LENGTH      |    | T     | C     |
					precision        | 1438  | ORA-01438: value larger than specified precision allowed for this column        | RANGE       |    |       |       |
					number           | 1722  | ORA-01722: invalid number                                                       | FORMAT      |    |       |       |
					""")
	void reports(ArgumentsAccessor row) {
		assertThat(this.dialect.report(DriverExceptions.oracle(row.getInteger(1), row.getString(2))))
			.isEqualTo(Reports.of(row, 3));
	}

	@Test
	void doesNotReadTheLineWithRowValues() {
		String message = "ORA-00001: unique constraint (HR.UK) violated on table HR.USERS columns (EMAIL)\n"
				+ "ORA-03301: (ORA-00001 details) row with column values (EMAIL:'\nORA-02290: check constraint (HR.X) violated') already exists";
		assertThat(this.dialect.report(DriverExceptions.oracle(1, message)))
			.isEqualTo(Reports.of(Kind.UNIQUE, "UK", "HR.USERS", "EMAIL", null));
	}

	@Test
	void readsDeferredConstraintBelowTheRollback() {
		String message = "ORA-02091: transaction rolled back\nORA-02291: integrity constraint (HR.FK) violated - parent key not found";
		assertThat(this.dialect.report(DriverExceptions.oracle(2091, message)))
			.isEqualTo(Reports.of(Kind.FOREIGN_KEY, "FK", "HR.", null, Reference.PARENT_MISSING));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(this.dialect.report(DriverExceptions.oracle(60, "ORA-00060: deadlock detected"))).isNull();
	}

}

package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.test.DriverExceptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlServerConstraints}.
 */
class SqlServerConstraintTests {

	private final ConstraintDialect dialect = new SqlServerDialect();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					unique constraint | 23000 | 2627 | Violation of UNIQUE KEY constraint 'UQ'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is (a). ClientConnectionId:7 | UNIQUE | UQ | dbo.users | |
					open group states | 42000 | 2627 | Violation of UNIQUE KEY constraint 'UQ'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is (a). | UNIQUE | UQ | dbo.users | |
					primary key       | 23000 | 2627 | Violation of PRIMARY KEY constraint 'PK'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is (1). | UNIQUE | PK | dbo.users | |
					unique index      | 23000 | 2601 | Cannot insert duplicate key row in object 'dbo.users' with unique index 'IX'. The duplicate key value is (a). | UNIQUE | IX | dbo.users | |
					spoofed           | 23000 | 2627 | Violation of UNIQUE KEY constraint 'UQ'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is ('. Cannot insert duplicate key in object 'dbo.admin'. The duplicate). | UNIQUE | UQ | dbo.users | |
					dots in names     | 23000 | 2627 | Violation of UNIQUE KEY constraint 'UQ.a'. Cannot insert duplicate key in object 'dbo.my.users'. The duplicate key value is (a). | UNIQUE | UQ.a | | |
					no parent         | 23000 | 547  | The INSERT statement conflicted with the FOREIGN KEY constraint "FK". The conflict occurred in database "db", table "dbo.parent", column 'id'. | FOREIGN_KEY | FK | | | PARENT_MISSING
					no parent, same   | 23000 | 547  | The UPDATE statement conflicted with the FOREIGN KEY SAME TABLE constraint "FK". The conflict occurred in database "db", table "dbo.node", column 'id'. | FOREIGN_KEY | FK | dbo.node | | PARENT_MISSING
					child exists      | 23000 | 547  | The DELETE statement conflicted with the REFERENCE constraint "FK". The conflict occurred in database "db", table "dbo.child", column 'parent_id'. | FOREIGN_KEY | FK | dbo.child | parent_id | CHILD_EXISTS
					child, same table | 23000 | 547  | The DELETE statement conflicted with the SAME TABLE REFERENCE constraint "FK". The conflict occurred in database "db", table "dbo.node", column 'up'. | FOREIGN_KEY | FK | dbo.node | up | CHILD_EXISTS
					child, composite  | 23000 | 547  | The DELETE statement conflicted with the REFERENCE constraint "FK". The conflict occurred in database "db", table "dbo.child". | FOREIGN_KEY | FK | dbo.child | | CHILD_EXISTS
					check             | 23000 | 547  | The INSERT statement conflicted with the CHECK constraint "CK". The conflict occurred in database "db", table "dbo.child", column 'age'. | CHECK | CK | dbo.child | age |
					not null          | 23000 | 515  | Cannot insert the value NULL into column 'email', table 'db.dbo.child'; column does not allow nulls. INSERT fails. | NOT_NULL | | child | email |
					truncated         | S0001 | 2628 | String or binary data would be truncated in table 'db.dbo.t', column 'c'. Truncated value: 'secret', column 'x'. | LENGTH | | t | c |
					truncated, old    | 22001 | 8152 | String or binary data would be truncated. | LENGTH | | | |
					overflow          | S0002 | 8115 | Arithmetic overflow error converting expression to data type int. | RANGE | | | |
					conversion        | S0001 | 245  | Conversion failed when converting the varchar value 'secret' to data type int. | FORMAT | | | |
					German duplicate  | 23000 | 2627 | Verletzung der UNIQUE KEY-Einschränkung "UQ". Ein doppelter Schlüssel kann in das dbo.users-Objekt nicht eingefügt werden. | UNIQUE | | | |
					""")
	void reports(ArgumentsAccessor row) {
		assertThat(
				this.dialect.report(DriverExceptions.sqlServer(row.getString(1), row.getInteger(2), row.getString(3))))
			.isEqualTo(Reports.of(row, 4));
	}

	@Test
	void leavesKindOfUnreadableConflictToTheCode() {
		assertThat(this.dialect.report(DriverExceptions.sqlServer("23000", 547, "Die INSERT-Anweisung")))
			.isEqualTo(Reports.of(null, null, null, null, null));
	}

	@Test
	void saysNothingOfOtherCodes() {
		assertThat(this.dialect.report(DriverExceptions.sqlServer("40001", 1205, "deadlocked"))).isNull();
	}

}

package dev.resilientdb.dialect;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the failure table of every product.
 */
class FailureTablesTests {

	private static final Set<FailureKind> REPEATED = EnumSet.of(FailureKind.DEADLOCK, FailureKind.SERIALIZATION_FAILURE,
			FailureKind.FAILED_OVER);

	private static final Set<FailureKind> SESSION_ENDED = EnumSet.of(FailureKind.CONNECTION_LOST,
			FailureKind.CONNECTION_REFUSED, FailureKind.SERVER_STARTING, FailureKind.SERVER_SHUTDOWN,
			FailureKind.AUTHENTICATION);

	@ParameterizedTest
	@MethodSource("dialects")
	void listsEachCodeOnce(FailureDialect dialect) {
		assertThat(dialect.codes()).extracting(FailureCode::code).isNotEmpty().doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void repeatsOnlyWhatTheServerRolledBack(FailureDialect dialect) {
		assertThat(dialect.codes()).filteredOn((row) -> REPEATED.contains(row.kind()))
			.isNotEmpty()
			.extracting(FailureCode::rollback)
			.isSubsetOf(Rollback.TRANSACTION, Rollback.STATEMENT);
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void leavesRollbackOfUnknownOutcomesOpen(FailureDialect dialect) {
		assertThat(dialect.codes()).filteredOn((row) -> row.kind() == FailureKind.OUTCOME_UNKNOWN)
			.allSatisfy((row) -> assertThat(row.rollback()).isEqualTo(Rollback.UNKNOWN));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void endsSessionWithTheConnection(FailureDialect dialect) {
		assertThat(dialect.codes()).filteredOn((row) -> SESSION_ENDED.contains(row.kind()))
			.allSatisfy((row) -> assertThat(row.rollback()).isEqualTo(Rollback.SESSION));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void namesPackagesOfItsDrivers(FailureDialect dialect) {
		assertThat(dialect.driverPackages()).isNotEmpty().allSatisfy((prefix) -> assertThat(prefix).endsWith("."));
	}

	@Test
	void putsItsOwnDriverFirst() {
		assertThat(dialects()).extracting((dialect) -> dialect.driverPackages().iterator().next())
			.containsExactly("org.postgresql.", "io.cockroachdb.jdbc.", "com.yugabyte.", "com.mysql.",
					"org.mariadb.jdbc.", "org.h2.", "org.sqlite.", "com.microsoft.sqlserver.", "oracle.jdbc.");
	}

	static Stream<FailureDialect> dialects() {
		return Stream.of(new PostgresDialect(), new CockroachDialect(), new YugabyteDialect(), new MySqlDialect(),
				new MariaDbDialect(), new H2Dialect(), new SqliteDialect(), new SqlServerDialect(),
				new OracleDialect());
	}

}

package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.resilientdb.capability.Capability;
import dev.resilientdb.capability.CapabilityDialect;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.capability.Support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CapabilityTableTests {

	static CapabilityDialect[] dialects() {
		return new CapabilityDialect[] { new PostgresDialect(), new MySqlDialect(), new MariaDbDialect(),
				new H2Dialect(), new SqliteDialect(), new SqlServerDialect(), new OracleDialect(),
				new CockroachDialect(), new YugabyteDialect() };
	}

	static CapabilityDialect[] exercisedDialects() {
		return new CapabilityDialect[] { new PostgresDialect(), new MySqlDialect(), new MariaDbDialect(),
				new H2Dialect(), new SqliteDialect() };
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void everyConditionIsTold(CapabilityDialect dialect) {
		assertThat(dialect.capabilities()).filteredOn((row) -> row.support() == Support.PARTIAL)
			.allSatisfy((row) -> assertThat(row.note()).as("%s", row).isNotEmpty());
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void everyRowHasItsPage(CapabilityDialect dialect) {
		assertThat(dialect.capabilities()).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.source()).matches("https://[a-z0-9./_#?&=-]+(?i)[a-z0-9./_#?&=-]*"));
	}

	@ParameterizedTest
	@MethodSource("exercisedDialects")
	void noCapabilityIsLeftOut(CapabilityDialect dialect) {
		assertThat(dialect.capabilities()).extracting(CapabilityRow::capability).contains(Capability.values());
	}

	@Test
	void rowsOfACapabilityFollowEachOtherByVersion() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CapabilityTable.of("", "UPSERT YES 2 page\nUPSERT PARTIAL 1 page"))
			.withMessageContaining("UPSERT PARTIAL 1 page");
	}

	@Test
	void rowWithoutPageIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> CapabilityTable.of("", "UPSERT YES -"))
			.withMessageContaining("No capability, support, version and page in 'UPSERT YES -'");
	}

	@Test
	void mariaDbIsMariaDbBehindTheDriverOfMySql() throws SQLException {
		Connection connection = StubbedServer.connected("MySQL", "5.5.5-10.11.19-MariaDB", "");
		assertThat(new MariaDbDialect().serverVersion(connection)).isEqualTo("10.11.19-MariaDB");
	}

	@Test
	void versionOfYugabyteIsNotThatOfPostgres() throws SQLException {
		Connection connection = StubbedServer.connected("PostgreSQL", "11.2-YB-2.20.1.0-b0", "");
		assertThat(new YugabyteDialect().serverVersion(connection)).isEqualTo("2.20.1.0-b0");
	}

	@Test
	void versionOfCockroachIsNotThatOfPostgres() throws SQLException {
		Connection connection = StubbedServer.connected("PostgreSQL", "13.0.0", "CockroachDB CCL v24.1.0");
		assertThat(new CockroachDialect().serverVersion(connection)).isEqualTo("CockroachDB CCL v24.1.0");
	}

}

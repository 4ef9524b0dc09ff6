package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class LivenessTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Test
	void nothingIsKnownWithoutAnAnswer() throws SQLException {
		assertThat(liveness("select no_such_function(?)")).isEqualTo(Liveness.UNKNOWN);
	}

	@Test
	void processWithoutItsMarkIsGone() throws SQLException {
		assertThat(liveness("select 0 * cast(? as integer)")).isEqualTo(Liveness.GONE);
	}

	private static Liveness liveness(String isMarked) throws SQLException {
		LedgerRow.Place place = new LedgerRow.Place("H2", "2", "shop", null, "elsewhere", 7, true);
		LedgerRow.Progress progress = new LedgerRow.Progress(MigrationOutcome.RUNNING, false, "", null, null, 0, "",
				null);
		LedgerRow row = new LedgerRow("0000beef-1", "flyway_schema_history", 1, CrashedMigrationContract.MIGRATION,
				place, progress);
		LedgerSyntax syntax = LedgerSyntax.STANDARD.withMark("select 1", isMarked);
		try (Connection connection = database.dataSource().getConnection()) {
			return Liveness.of(connection, row, syntax, new Bookkeeper.Application("shop", null, "here", 1));
		}
	}

}

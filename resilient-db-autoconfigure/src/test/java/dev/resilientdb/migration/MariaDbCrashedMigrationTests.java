package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbCrashedMigrationTests extends CrashedMigrationContract {

	MariaDbCrashedMigrationTests() {
		super(TestDatabase.mariaDb());
	}

	@Test
	void nobodyAppliesWhatAnotherProcessIsStillAt() throws SQLException {
		leaveHalfDone();
		try (Connection other = database().dataSource().getConnection()) {
			other.createStatement()
				.execute("select get_lock('resilient-db-%d', 0)".formatted(Liveness.mark("0000beef")));
			MigrationRefusedException refusal = refusal("resilient-db.migration.policy.crashed-migration=ignore");
			assertThat(analysis(refusal).getDescription()).contains("a session of its process is still there");
			assertThat(analysis(refusal).getAction()).contains(
					"Let that process end, and start this application again. No policy changes that.",
					"first end on the server the session that holds its mark, 48879. Then: Make sure");
		}
	}

}

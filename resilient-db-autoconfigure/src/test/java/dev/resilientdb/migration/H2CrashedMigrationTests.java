package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class H2CrashedMigrationTests extends CrashedMigrationContract {

	H2CrashedMigrationTests() {
		super(TestDatabase.h2());
	}

	// No session tells on H2 whether the other process is still at it
	@Test
	void warnsOfWhatIsAppliedAgainWhileItMayStillBeRunning(CapturedOutput output) throws SQLException {
		leaveHalfDone();
		jdbc().execute("drop table orders");
		start("resilient-db.migration.policy.crashed-migration=warn");
		assertThat(output.getOut()).contains("crashed-migration (V2__orders.sql)",
				"its process is still at it, or ended before it did");
	}

}

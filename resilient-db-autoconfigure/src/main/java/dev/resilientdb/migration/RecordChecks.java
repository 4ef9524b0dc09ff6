package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the guard's own records once for all who look into them.
 */
final class RecordChecks implements SchemaCheck {

	private static final Logger logger = LoggerFactory.getLogger(RecordChecks.class);

	private final Bookkeeper bookkeeper;

	private final List<RecordCheck> checks;

	RecordChecks(Bookkeeper bookkeeper, LastRuns runs, ConfirmedSchemas confirmed) {
		this.bookkeeper = bookkeeper;
		this.checks = List.of(new CrashedMigrationCheck(bookkeeper.application()), new RememberedHistoryCheck(),
				new SchemaDriftCheck(confirmed), new ScriptMarksCheck(bookkeeper.application()),
				new SlowMigrationCheck(bookkeeper.slowAfter(), runs));
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		Ledger ledger = Ledger.find(connection, state.history(), this.bookkeeper);
		for (RecordCheck check : this.checks) {
			try {
				check.examine(state, connection, ledger, found);
			}
			// Whatever stands in the records, the application starts
			catch (SQLException | RuntimeException ex) {
				logger.debug("{} could not look at the records of '{}'", check.getClass().getSimpleName(),
						state.history().flyway(), ex);
			}
		}
	}

}

package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * A driver that repeats statements on its own is a second retry layer, below the
 * transaction.
 */
final class DriverReplayRule {

	List<Misuse> check(String dataSourceName, DataSource dataSource) {
		JdbcSettings settings = JdbcSettings.of(dataSource);
		List<Misuse> result = new ArrayList<>();
		if (settings == null) {
			return result;
		}
		for (DriverReplay replay : DriverReplay.values()) {
			if (replay.isOn(settings)) {
				result.add(new Misuse("Data source '" + dataSourceName + "'",
						"lets its driver repeat work on its own (" + replay.parameter()
								+ "): statements may take effect twice, or outside the transaction that they belong to",
						"Switch " + replay.parameter()
								+ " off in the JDBC URL and leave repetition to @DeadlockRetry."));
			}
		}
		return result;
	}

}

package dev.resilientdb.constraint;

import java.sql.BatchUpdateException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Finds the failed row of a batch in its update counts.
 */
final class BatchRow {

	private BatchRow() {
	}

	/**
	 * The only row that is marked as failed, or the one after the last that succeeded
	 * where the driver stopped.
	 */
	static @Nullable Integer single(BatchUpdateException ex) {
		int[] counts = ex.getUpdateCounts();
		Integer failed = null;
		for (int i = 0; counts != null && i < counts.length; i++) {
			if (counts[i] == Statement.EXECUTE_FAILED) {
				if (failed != null) {
					return null;
				}
				failed = i;
			}
		}
		return (failed == null && counts != null) ? (Integer) counts.length : failed;
	}

}

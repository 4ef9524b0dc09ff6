package dev.resilientdb.constraint;

import java.sql.BatchUpdateException;
import java.sql.Statement;
import java.util.stream.IntStream;

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
		int[] counts = (ex.getUpdateCounts() != null) ? ex.getUpdateCounts() : new int[] { 0 };
		int[] failed = IntStream.range(0, counts.length)
			.filter((row) -> counts[row] == Statement.EXECUTE_FAILED)
			.toArray();
		if (failed.length == 0) {
			return endsWithoutCount(counts) ? null : (Integer) counts.length;
		}
		return (failed.length > 1 || isMarkOfAll(counts)) ? null : (Integer) failed[0];
	}

	// SQLite's driver leaves zeros behind the last row that succeeded
	private static boolean endsWithoutCount(int[] counts) {
		return counts.length > 0 && counts[counts.length - 1] == 0;
	}

	// MariaDB's driver marks the first row, whichever failed, with disablePipeline=true
	private static boolean isMarkOfAll(int[] counts) {
		return counts.length > 1 && counts[0] == Statement.EXECUTE_FAILED
				&& IntStream.of(counts).skip(1).allMatch((count) -> count == 0);
	}

}

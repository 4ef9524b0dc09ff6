package dev.resilientdb.dialect;

import java.sql.BatchUpdateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the failed row of a PostgreSQL batch. The driver marks all rows as failed and
 * writes the entry at the beginning of its message, in front of statement and values;
 * with {@code reWriteBatchedInserts} an entry may stand for several rows.
 */
final class PostgresBatch {

	private static final Pattern ENTRY = Pattern.compile("\\D{0,40}?(\\d{1,3}(?:[.,'’\\h]\\d{3})*|\\d+)[.:]? .*",
			Pattern.DOTALL);

	private static final Pattern SEVERAL_ROWS = Pattern.compile("\\)\\s*,\\s*\\(");

	private static final int LARGEST_BLOCK_BITS = 7;

	private PostgresBatch() {
	}

	static @Nullable Integer failedRow(BatchUpdateException ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : "";
		int rows = (ex.getUpdateCounts() != null) ? ex.getUpdateCounts().length : 0;
		Matcher text = ENTRY.matcher(message);
		if (rows == 1 || !text.matches()) {
			return (rows == 1) ? (Integer) 0 : null;
		}
		int entry = Integer.parseInt(text.group(1).replaceAll("\\D", ""));
		boolean uncertain = entry >= rows || message.contains("<unknown>") || SEVERAL_ROWS.matcher(message).find()
				|| isLastOfBlocks(entry, rows);
		return uncertain ? null : (Integer) entry;
	}

	/**
	 * Whether the entry may be the single row that is left over when the others went in
	 * blocks, each of the largest power of two that fits.
	 */
	private static boolean isLastOfBlocks(int entry, int rows) {
		return entry != rows - 1 && rows % 2 == 1
				&& IntStream.rangeClosed(1, LARGEST_BLOCK_BITS)
					.map((bits) -> 1 << bits)
					.anyMatch((block) -> entry == rows / block + Integer.bitCount(rows % block) - 1);
	}

}

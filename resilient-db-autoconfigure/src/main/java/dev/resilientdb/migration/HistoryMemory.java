package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a history in the form in which they are remembered. When they were
 * installed is left out: what the driver writes depends on time zones.
 */
final class HistoryMemory {

	static final String KIND = "history";

	private static final String NULL = "\\N";

	private HistoryMemory() {
	}

	static String write(HistoryRows rows) {
		StringBuilder text = new StringBuilder();
		for (HistoryRows.Row row : rows.rows()) {
			text.append(row.rank());
			for (Object field : new Object[] { row.version(), row.description(), row.type(), row.script(),
					row.checksum(), row.success() }) {
				text.append('\t').append((field != null) ? escape(field.toString()) : NULL);
			}
			text.append('\n');
		}
		return text.toString();
	}

	static HistoryRows read(String text) {
		List<HistoryRows.Row> rows = new ArrayList<>();
		for (String line : text.split("\n", -1)) {
			String[] fields = line.split("\t", -1);
			if (fields.length == 7) {
				String checksum = field(fields[5]);
				rows.add(new HistoryRows.Row(Integer.parseInt(fields[0]), field(fields[1]), field(fields[2]),
						field(fields[3]), field(fields[4]), (checksum != null) ? Integer.valueOf(checksum) : null, "",
						0, Boolean.parseBoolean(fields[6])));
			}
		}
		return new HistoryRows(rows);
	}

	private static @Nullable String field(String text) {
		return NULL.equals(text) ? null : text.replace("\\\\", "\\");
	}

	// White space is compared, but need not be turned back
	private static String escape(String text) {
		return text.replace("\\", "\\\\").replaceAll("[\\t\\r\\n]", " ");
	}

	/**
	 * The rows as they would be read back.
	 */
	static HistoryRows comparable(HistoryRows rows) {
		return read(write(rows));
	}

}

package dev.resilientdb.migration;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

import org.jspecify.annotations.Nullable;

/**
 * Between rows of the guard's own table and their columns.
 */
final class LedgerColumns {

	private LedgerColumns() {
	}

	static LedgerRow read(ResultSet row) throws SQLException {
		LedgerRow.Migration migration = new LedgerRow.Migration(row.getString("script"), row.getString("version"),
				text(row, "description"), text(row, "type"), integer(row, "checksum"), integer(row, "ink_checksum"),
				new ScriptMarks(row.getString("breaking"), row.getString("min_app_version")));
		LedgerRow.Place place = new LedgerRow.Place(row.getString("product"), row.getString("product_version"),
				row.getString("application"), row.getString("application_version"), row.getString("host"),
				row.getLong("process"), row.getInt("marked") != 0);
		return new LedgerRow(row.getString("id"), row.getString("history"), row.getInt("highest_rank"), migration,
				place, progress(row));
	}

	private static LedgerRow.Progress progress(ResultSet row) throws SQLException {
		long millis = row.getLong("millis");
		Long known = row.wasNull() ? null : (Long) millis;
		return new LedgerRow.Progress(MigrationOutcome.of(row.getString("outcome")), row.getInt("transactional") != 0,
				row.getString("started"), row.getString("finished"), known, row.getInt("statements"),
				text(row, "heads"), row.getString("error"));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		String value = row.getString(column);
		return (value != null) ? value : "";
	}

	private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : (Integer) value;
	}

	static void bind(PreparedStatement statement, LedgerRow row) throws SQLException {
		LedgerRow.Migration migration = row.migration();
		statement.setString(1, row.id());
		statement.setString(2, row.history());
		statement.setInt(3, row.highestRank());
		statement.setString(4, migration.script());
		statement.setString(5, migration.version());
		statement.setString(6, migration.description());
		statement.setString(7, migration.type());
		bind(statement, 8, migration.checksum());
		bind(statement, 9, migration.ink());
		statement.setString(10, migration.marks().breaking());
		statement.setString(11, migration.marks().minimum());
		bind(statement, row.place());
		bind(statement, 19, row.progress());
	}

	private static void bind(PreparedStatement statement, LedgerRow.Place place) throws SQLException {
		statement.setString(12, place.product());
		statement.setString(13, place.productVersion());
		statement.setString(14, place.application());
		statement.setString(15, place.applicationVersion());
		statement.setString(16, place.host());
		statement.setLong(17, place.process());
		statement.setInt(18, place.marked() ? 1 : 0);
	}

	static void bind(PreparedStatement statement, int first, LedgerRow.Progress progress) throws SQLException {
		statement.setString(first, progress.outcome().name());
		statement.setInt(first + 1, progress.transactional() ? 1 : 0);
		statement.setString(first + 2, progress.started());
		statement.setString(first + 3, progress.finished());
		Long millis = progress.millis();
		if (millis != null) {
			statement.setLong(first + 4, millis);
		}
		else {
			statement.setNull(first + 4, Types.BIGINT);
		}
		statement.setInt(first + 5, progress.statements());
		statement.setString(first + 6, progress.heads());
		statement.setString(first + 7, progress.error());
	}

	private static void bind(PreparedStatement statement, int column, @Nullable Integer value) throws SQLException {
		if (value != null) {
			statement.setInt(column, value);
		}
		else {
			statement.setNull(column, Types.INTEGER);
		}
	}

}

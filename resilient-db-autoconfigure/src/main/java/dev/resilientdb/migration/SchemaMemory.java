package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The picture of a schema and the circumstances in which it was taken: a picture that was
 * taken in others says nothing.
 *
 * @param circumstances the server's version, and how far the histories in the schema were
 */
record SchemaMemory(String circumstances, SchemaPicture picture) {

	static final String KIND = "schema";

	static @Nullable SchemaMemory read(@Nullable String text) {
		String circumstances = circumstances(text);
		return (text != null && circumstances != null)
				? new SchemaMemory(circumstances, SchemaPicture.read(text.substring(circumstances.length() + 1)))
				: null;
	}

	/**
	 * Those of a picture that was written.
	 * @return null when none was
	 */
	static @Nullable String circumstances(@Nullable String text) {
		int end = (text != null) ? text.indexOf('\n') : -1;
		return (text != null && end > 0) ? text.substring(0, end) : null;
	}

	String write() {
		return this.circumstances + "\n" + this.picture.write();
	}

	/**
	 * Takes a picture, on which the tables of the guard and of Flyway are left out.
	 */
	static SchemaMemory take(Connection connection, SchemaHistory history, SchemaState.Server server, Ledger ledger)
			throws SQLException {
		String before = circumstances(connection, history, server, ledger);
		SchemaPicture all = new SchemaPicture(aspects(connection, history, server.ledger().schema()));
		Set<String> histories = new TreeSet<>(all.histories());
		histories.remove(history.table());
		Set<String> left = new HashSet<>(histories);
		left.add(history.table());
		left.addAll(all.ledgers());
		left.add(ledger.tables().runs().table());
		left.add(ledger.tables().states().table());
		StringBuilder circumstances = new StringBuilder(before);
		for (String other : histories) {
			circumstances.append(' ').append(other).append(' ').append(highestRank(connection, history, ledger, other));
		}
		return new SchemaMemory(circumstances.toString(), all.without(left));
	}

	private static String circumstances(Connection connection, SchemaHistory history, SchemaState.Server server,
			Ledger ledger) throws SQLException {
		HistoryRows rows = HistoryRows.read(connection, history);
		String text = "%s %s %d %08x %s".formatted(server.product(), server.version(), rows.rows().size(),
				HistoryMemory.write(rows).hashCode(), ledger.position());
		return text.replaceAll("\\s+", " ");
	}

	private static String highestRank(Connection connection, SchemaHistory history, Ledger ledger, String other)
			throws SQLException {
		LedgerTables tables = ledger.tables();
		String table = tables.quoted(new SchemaHistory("", "", history.schema(), other));
		String column = tables.quote() + "installed_rank" + tables.quote();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT max(" + column + ") FROM " + table)) {
			return row.next() ? String.valueOf(row.getString(1)) : "";
		}
		// Somebody else's, or not one after all
		catch (SQLException ex) {
			return "?";
		}
	}

	private static Map<SchemaPicture.Key, String> aspects(Connection connection, SchemaHistory history,
			@Nullable String query) throws SQLException {
		String schema = (history.schema() != null) ? history.schema() : connection.getSchema();
		String name = (schema != null) ? schema : connection.getCatalog();
		if (query == null) {
			return columns(connection, schema);
		}
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
			int marks = (int) query.chars().filter((sign) -> sign == '?').count();
			for (int i = 1; i <= marks; i++) {
				statement.setString(i, name);
			}
			return aspects(statement);
		}
	}

	private static Map<SchemaPicture.Key, String> aspects(PreparedStatement statement) throws SQLException {
		Map<SchemaPicture.Key, String> aspects = new HashMap<>();
		try (ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				aspects.put(new SchemaPicture.Key(text(row, 1), text(row, 2), text(row, 3), text(row, 4)),
						text(row, 5));
			}
		}
		return aspects;
	}

	private static Map<SchemaPicture.Key, String> columns(Connection connection, @Nullable String schema)
			throws SQLException {
		Map<SchemaPicture.Key, String> aspects = new HashMap<>();
		DatabaseMetaData metaData = connection.getMetaData();
		try (ResultSet row = metaData.getColumns(connection.getCatalog(), schema, "%", "%")) {
			while (row.next()) {
				String table = text(row, 3);
				aspects.put(new SchemaPicture.Key("table", table, "", ""), "");
				aspects.put(new SchemaPicture.Key("column", table, text(row, 4), "type"),
						text(row, 6) + "(" + text(row, 7) + ")");
				aspects.put(new SchemaPicture.Key("column", table, text(row, 4), "nullability"), text(row, 18));
			}
		}
		return aspects;
	}

	private static String text(ResultSet row, int column) throws SQLException {
		String value = row.getString(column);
		return (value != null) ? value.replaceAll("\\s+", " ").strip() : "";
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The guard's own tables, as one connection sees them.
 */
final class Ledger {

	private static final String COLUMNS = "id, history, highest_rank, script, version, description, type,"
			+ " checksum, ink_checksum, breaking, min_app_version, product, product_version, application, application_version, host, process, marked,"
			+ " outcome, transactional, started, finished, millis, statements, heads, error";

	private final Connection connection;

	private final LedgerTables tables;

	private final String history;

	private final Bookkeeper bookkeeping;

	private final @Nullable String replacing;

	private Ledger(Connection connection, SchemaHistory history, Bookkeeper bookkeeping, @Nullable String replacing)
			throws SQLException {
		this.connection = connection;
		this.tables = LedgerTables.of(connection, history, bookkeeping.table());
		this.history = history.table();
		this.bookkeeping = bookkeeping;
		this.replacing = replacing;
	}

	/**
	 * Finds the tables.
	 * @return null when they are not there
	 */
	static @Nullable Ledger find(Connection connection, SchemaHistory history, Bookkeeper bookkeeping)
			throws SQLException {
		Ledger ledger = new Ledger(connection, history, bookkeeping, null);
		return LedgerTable.exist(connection, ledger.tables) ? ledger : null;
	}

	/**
	 * Finds the tables, which are created if they are not there.
	 */
	static Ledger open(Connection connection, SchemaHistory history, Bookkeeper bookkeeping, LedgerSyntax syntax)
			throws SQLException {
		Ledger ledger = new Ledger(connection, history, bookkeeping, syntax.replacing());
		if (!LedgerTable.exist(connection, ledger.tables)) {
			LedgerTable.create(connection, ledger.tables, syntax, bookkeeping.now());
		}
		ledger.checkVersion();
		return ledger;
	}

	LedgerTables tables() {
		return this.tables;
	}

	// What a later release has altered is its own
	private void checkVersion() throws SQLException {
		String version = read("*", "version");
		if (version != null && Integer.parseInt(version.strip()) > LedgerTable.VERSION) {
			throw new SQLException("%s is of version %s, this application writes version %d"
				.formatted(this.tables.runs().qualifiedTable(), version, LedgerTable.VERSION));
		}
	}

	/**
	 * What was remembered of this history.
	 * @return null when nothing was
	 */
	@Nullable String recall(String kind) throws SQLException {
		return read(this.history, kind);
	}

	private @Nullable String read(String owner, String kind) throws SQLException {
		try (PreparedStatement query = prepare("SELECT content FROM {states} WHERE history = ? AND kind = ?")) {
			query.setString(1, owner);
			query.setString(2, kind);
			try (ResultSet row = query.executeQuery()) {
				return row.next() ? row.getString(1) : null;
			}
		}
	}

	void remember(String kind, String content) throws SQLException {
		String insert = "INSERT INTO {states} (content, written, history, kind) VALUES (?, ?, ?, ?)";
		if (this.replacing != null) {
			write(insert + this.replacing, content, kind);
			return;
		}
		String update = "UPDATE {states} SET content = ?, written = ? WHERE history = ? AND kind = ?";
		if (write(update, content, kind) > 0) {
			return;
		}
		try {
			write(insert, content, kind);
		}
		catch (SQLException ex) {
			// Another application was faster
			if (write(update, content, kind) == 0) {
				throw ex;
			}
		}
	}

	/**
	 * The statement by which an operator has something forgotten.
	 */
	String forgetting(String kind) {
		return this.tables.in("DELETE FROM {states} WHERE history = '%s' AND kind = '%s';"
			.formatted(this.history.replace("'", "''"), kind));
	}

	private int write(String sql, String content, String kind) throws SQLException {
		try (PreparedStatement statement = prepare(sql)) {
			statement.setString(1, content);
			statement.setString(2, this.bookkeeping.now());
			statement.setString(3, this.history);
			statement.setString(4, kind);
			return statement.executeUpdate();
		}
	}

	/**
	 * The runs of this history's migrations that have no end yet.
	 * @param except a run of Flyway that is left out
	 */
	List<LedgerRow> openExcept(String except) throws SQLException {
		return rows(" AND id NOT LIKE ? AND outcome IN ('RUNNING', 'EXECUTED') ORDER BY started, id", except + "-%");
	}

	/**
	 * The runs of migrations that say something about applications.
	 */
	List<LedgerRow> marked() throws SQLException {
		return rows(" AND (breaking IS NOT NULL OR min_app_version IS NOT NULL) ORDER BY started, id");
	}

	/**
	 * The runs of one script, the last one first.
	 */
	List<LedgerRow> of(String script) throws SQLException {
		return rows(" AND script = ? ORDER BY started DESC, id DESC", script);
	}

	private List<LedgerRow> rows(String condition, String... values) throws SQLException {
		List<LedgerRow> result = new ArrayList<>();
		try (PreparedStatement query = prepare("SELECT " + COLUMNS + " FROM {runs} WHERE history = ?" + condition)) {
			query.setString(1, this.history);
			for (int i = 0; i < values.length; i++) {
				query.setString(i + 2, values[i]);
			}
			try (ResultSet rows = query.executeQuery()) {
				while (rows.next()) {
					result.add(LedgerColumns.read(rows));
				}
			}
		}
		return result;
	}

	/**
	 * What changes when any history in this schema has got a run.
	 */
	String position() throws SQLException {
		try (PreparedStatement query = prepare("SELECT count(*), max(started) FROM {runs}");
				ResultSet row = query.executeQuery()) {
			return row.next() ? row.getLong(1) + " " + row.getString(2) : "";
		}
	}

	void insert(LedgerRow row) throws SQLException {
		String marks = "?" + ", ?".repeat(25);
		try (PreparedStatement statement = prepare("INSERT INTO {runs} (" + COLUMNS + ") VALUES (" + marks + ")")) {
			LedgerColumns.bind(statement, row);
			statement.executeUpdate();
		}
	}

	/**
	 * Gives a row of another run its end, unless that run has done so in the meantime.
	 */
	void close(LedgerRow row, MigrationOutcome outcome) throws SQLException {
		try (PreparedStatement statement = prepare(
				"UPDATE {runs} SET outcome = ? WHERE id = ? AND outcome IN ('RUNNING', 'EXECUTED')")) {
			statement.setString(1, outcome.name());
			statement.setString(2, row.id());
			statement.executeUpdate();
		}
	}

	/**
	 * Updates several rows at once.
	 */
	void settle(List<LedgerRow> rows) throws SQLException {
		if (rows.isEmpty()) {
			return;
		}
		this.connection.setAutoCommit(false);
		try {
			update(rows);
			this.connection.commit();
		}
		finally {
			this.connection.setAutoCommit(true);
		}
	}

	void update(List<LedgerRow> rows) throws SQLException {
		try (PreparedStatement statement = prepare("UPDATE {runs} SET outcome = ?, transactional = ?, started = ?,"
				+ " finished = ?, millis = ?, statements = ?, heads = ?, error = ? WHERE id = ?")) {
			for (LedgerRow row : rows) {
				LedgerColumns.bind(statement, 1, row.progress());
				statement.setString(9, row.id());
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.connection.prepareStatement(this.tables.in(sql));
		statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
		return statement;
	}

}

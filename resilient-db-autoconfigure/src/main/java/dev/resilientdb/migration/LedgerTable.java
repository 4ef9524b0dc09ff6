package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the guard's own tables. Several applications may do that at the same time.
 */
final class LedgerTable {

	/**
	 * Version of the tables that this release writes.
	 */
	static final int VERSION = 1;

	private static final Logger logger = LoggerFactory.getLogger(LedgerTable.class);

	private static final String RUNS = """
			CREATE TABLE {runs} (
			    id varchar(20) NOT NULL PRIMARY KEY,
			    history varchar(128) NOT NULL,
			    highest_rank integer NOT NULL,
			    script varchar(1000) NOT NULL,
			    version varchar(50),
			    description varchar(200),
			    type varchar(20),
			    checksum integer,
			    ink_checksum integer,
			    breaking varchar(200),
			    min_app_version varchar(200),
			    product varchar(50) NOT NULL,
			    product_version varchar(200) NOT NULL,
			    application varchar(200) NOT NULL,
			    application_version varchar(100),
			    host varchar(200) NOT NULL,
			    process numeric(19) NOT NULL,
			    marked integer NOT NULL,
			    outcome varchar(20) NOT NULL,
			    transactional integer NOT NULL,
			    started varchar(30) NOT NULL,
			    finished varchar(30),
			    millis numeric(19),
			    statements integer NOT NULL,
			    heads varchar(2000),
			    error varchar(200)
			)""";

	private static final String STATES = """
			CREATE TABLE {states} (
			    history varchar(128) NOT NULL,
			    kind varchar(20) NOT NULL,
			    written varchar(30) NOT NULL,
			    content {text} NOT NULL,
			    PRIMARY KEY (history, kind)
			)""";

	private LedgerTable() {
	}

	/**
	 * Whether they are there, of which the second one is created last.
	 */
	static boolean exist(Connection connection, LedgerTables tables) throws SQLException {
		return HistoryRows.exist(connection, tables.states());
	}

	static void create(Connection connection, LedgerTables tables, LedgerSyntax syntax, String now)
			throws SQLException {
		String create = (syntax.replacing() != null) ? "CREATE TABLE IF NOT EXISTS" : "CREATE TABLE";
		create(connection, tables.runs(), tables.in(RUNS.replace("CREATE TABLE", create)));
		create(connection, tables.states(),
				tables.in(STATES.replace("CREATE TABLE", create).replace("{text}", syntax.text())));
		String replacing = (syntax.replacing() != null) ? syntax.replacing() : "";
		try (PreparedStatement insert = connection.prepareStatement(
				tables.in("INSERT INTO {states} (history, kind, written, content) VALUES ('*', 'version', ?, ?)")
						+ replacing)) {
			insert.setString(1, now);
			insert.setString(2, String.valueOf(VERSION));
			insert.executeUpdate();
		}
		catch (SQLException ex) {
			logger.debug("The version of {} was written by somebody else", tables.states().qualifiedTable(), ex);
		}
	}

	private static void create(Connection connection, SchemaHistory table, String sql) throws SQLException {
		if (HistoryRows.exist(connection, table)) {
			return;
		}
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
			statement.execute(sql);
		}
		catch (SQLException ex) {
			// Another application was faster
			if (!HistoryRows.exist(connection, table)) {
				throw ex;
			}
		}
	}

}

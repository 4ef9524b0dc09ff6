package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which schema a connection leads to, whoever has logged in.
 *
 * @param database its URL without the settings of the driver, among which are passwords
 * @param schema in lower case, empty where the database is all there is
 */
record SchemaPlace(String database, String schema) {

	// SQL Server's drivers take it for a setting
	private static final Pattern DATABASE = Pattern
		.compile("(?i)^jdbc:(?:jtds:)?sqlserver:.*;database(?:Name)?=([^;]*)");

	/**
	 * Asks the driver.
	 * @param wanted the schema, null for the connection's own
	 */
	static SchemaPlace of(Connection connection, @Nullable String wanted) throws SQLException {
		String full = String.valueOf(connection.getMetaData().getURL());
		String url = full.replaceFirst("[?;].*", "");
		Matcher database = DATABASE.matcher(full);
		return new SchemaPlace(database.find() ? url + "/" + database.group(1) : url,
				((wanted != null) ? wanted : own(connection)).toLowerCase(Locale.ROOT));
	}

	private static String own(Connection connection) throws SQLException {
		String schema = (connection.getSchema() != null) ? connection.getSchema() : connection.getCatalog();
		return (schema != null) ? schema : "";
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database a connection leads to, whoever has logged in.
 *
 * @param url without the settings of the driver, among which are passwords
 */
record DatabaseAddress(String url) {

	// SQL Server's drivers take it for a setting
	private static final Pattern DATABASE = Pattern
		.compile("(?i)^jdbc:(?:jtds:)?sqlserver:.*;database(?:Name)?=([^;]*)");

	static DatabaseAddress of(Connection connection) throws SQLException {
		String full = String.valueOf(connection.getMetaData().getURL());
		String url = full.replaceFirst("[?;].*", "");
		Matcher database = DATABASE.matcher(full);
		return new DatabaseAddress(database.find() ? url + "/" + database.group(1) : url);
	}

}

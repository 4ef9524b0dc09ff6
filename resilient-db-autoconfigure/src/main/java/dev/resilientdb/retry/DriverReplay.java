package dev.resilientdb.retry;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parameters by which a driver sends statements again on its own, behind the back of the
 * transaction that they belong to. Sources: the README of cockroachdb-jdbc; "Configurable
 * retry logic" of the Microsoft JDBC Driver (12.10 and later); the Javadoc of Cloud
 * Spanner's {@code JdbcDriver}; {@code driver.properties} of MariaDB Connector/J 3; "High
 * Availability and Clustering" of MySQL Connector/J.
 */
enum DriverReplay {

	/**
	 * Replays the transaction after a serialization conflict.
	 */
	COCKROACHDB_CONFLICTS("cockroachdb", "retryTransientErrors", Preset.OFF),

	/**
	 * Replays the transaction after a lost connection, COMMIT included.
	 */
	COCKROACHDB_CONNECTIONS("cockroachdb", "retryConnectionErrors", Preset.OFF),

	/**
	 * Repeats the failed statement alone, although a deadlock rolled back what came
	 * before it.
	 */
	SQL_SERVER("sqlserver", "retryExec", Preset.OFF),

	/**
	 * Replays aborted transactions and compares the results. On unless it is switched
	 * off.
	 */
	SPANNER("cloudspanner", "retryAbortsInternally", Preset.ON),

	/**
	 * Sends the statements of a transaction again after a failover.
	 */
	MARIADB("mariadb", "transactionReplay", Preset.OFF),

	/**
	 * Goes on with a new connection in place of a lost one.
	 */
	MYSQL("mysql", "autoReconnect", Preset.OFF);

	private static final Set<String> NO = Set.of("", "false", "no");

	private final String scheme;

	private final String parameter;

	private final Preset preset;

	DriverReplay(String scheme, String parameter, Preset preset) {
		this.scheme = scheme;
		this.parameter = parameter;
		this.preset = preset;
	}

	String parameter() {
		return this.parameter;
	}

	/**
	 * Whether the driver does so for a connection with this URL and these properties.
	 */
	boolean isOn(JdbcSettings settings) {
		if (!isServedBy(settings.url())) {
			return false;
		}
		String value = parameterOf(settings.url());
		if (value == null) {
			value = settings.properties().getProperty(this.parameter);
		}
		return (value == null) ? this.preset == Preset.ON : !NO.contains(value.strip().toLowerCase(Locale.ROOT));
	}

	// Other drivers may stand in front: jdbc:aws-wrapper:mysql://
	private boolean isServedBy(String url) {
		int end = url.indexOf('/');
		String schemes = (end >= 0) ? url.substring(0, end) : url;
		return schemes.toLowerCase(Locale.ROOT).contains(":" + this.scheme + ":");
	}

	private @Nullable String parameterOf(String url) {
		Matcher matcher = Pattern.compile("[?&;]" + this.parameter + "=([^&;]*)", Pattern.CASE_INSENSITIVE)
			.matcher(url);
		return matcher.find() ? matcher.group(1) : null;
	}

	/**
	 * What holds when nobody says anything.
	 */
	private enum Preset {

		ON, OFF

	}

}

package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What this room asks about one database product. All beans of this type are consulted.
 */
public interface CapabilityDialect {

	/**
	 * The product's name, as it appears in {@code DatabaseFailure#product()}.
	 */
	String product();

	/**
	 * What the product's documentation says, of one capability in the order of versions.
	 * A capability that begins with a version is missing before.
	 */
	Collection<CapabilityRow> capabilities();

	/**
	 * How its servers are asked.
	 */
	Collection<CapabilityProbe> probes();

	/**
	 * The server's own version, where the driver tells that of a protocol or adds others.
	 * Asked in the background on a connection of its own.
	 * @throws SQLException when the server does not answer
	 */
	default String serverVersion(Connection connection) throws SQLException {
		return connection.getMetaData().getDatabaseProductVersion();
	}

}

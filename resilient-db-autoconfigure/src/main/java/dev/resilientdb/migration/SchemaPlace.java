package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which schema a connection leads to, whoever has logged in.
 *
 * @param database the URL of the server without the settings of the driver, among which
 * are passwords, with the catalogue unless that is the schema
 * @param schema in lower case where the product takes no notice of case, empty where the
 * database is all there is
 */
record SchemaPlace(String database, String schema) {

	/**
	 * Asks the driver.
	 * @param wanted the schema, null for the connection's own
	 */
	static SchemaPlace of(Connection connection, @Nullable String wanted) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		String url = String.valueOf(metaData.getURL()).replaceFirst("[?;].*", "");
		String catalog = orEmpty(connection.getCatalog());
		String own = orEmpty(connection.getSchema());
		boolean schemas = metaData.supportsSchemasInTableDefinitions();
		boolean catalogs = !schemas && metaData.supportsCatalogsInTableDefinitions();
		String database = catalogs ? url.replaceFirst("(//[^/]*)/[^/]*$", "$1") : url + "/" + catalog;
		// MariaDB's driver can call its databases schemas, and has one catalogue then
		String schema = (wanted != null) ? wanted : (catalogs && own.isEmpty()) ? catalog : own;
		return new SchemaPlace(database,
				metaData.supportsMixedCaseQuotedIdentifiers() ? schema : schema.toLowerCase(Locale.ROOT));
	}

	private static String orEmpty(@Nullable String name) {
		return (name != null) ? name : "";
	}

	/**
	 * Whether it may be another one: where names stand without quotes, products change
	 * their case.
	 */
	boolean mayBe(SchemaPlace other) {
		return this.database.equals(other.database) && this.schema.equalsIgnoreCase(other.schema);
	}

}

package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Tells which server a connection leads to.
 */
record Servers(DatabaseProducts products, List<MigrationDialect> dialects) {

	Servers {
		dialects = List.copyOf(dialects);
	}

	SchemaState.Server of(Connection connection) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		String product = this.products.product(metaData);
		MigrationDialect known = null;
		for (MigrationDialect dialect : this.dialects) {
			if (known == null && dialect.product().equals(product)) {
				known = dialect;
			}
		}
		return new SchemaState.Server(product, metaData.getDatabaseProductVersion(), schema(connection), known);
	}

	/**
	 * The schema in which a connection is, null where there are none.
	 */
	static @Nullable String schema(Connection connection) throws SQLException {
		String schema = connection.getSchema();
		String place = (schema != null) ? schema : connection.getCatalog();
		return (place == null || place.isEmpty()) ? null : place;
	}

}

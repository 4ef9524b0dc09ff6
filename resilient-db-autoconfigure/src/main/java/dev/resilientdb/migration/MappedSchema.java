package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Where a persistence unit has the tables for which its mapping names no other schema.
 *
 * @param schema null for the connection's own
 * @param catalog null for the connection's own
 */
record MappedSchema(DataSource dataSource, @Nullable String schema, @Nullable String catalog) {

	static MappedSchema of(DataSource dataSource, Map<String, ?> properties) {
		return new MappedSchema(dataSource, text(properties.get("hibernate.default_schema")),
				text(properties.get("hibernate.default_catalog")));
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null && !value.toString().isBlank()) ? value.toString().strip() : null;
	}

	// Hibernate heeds the catalogue where it is all that the product has
	SchemaPlace place(Connection connection) throws SQLException {
		boolean schemas = connection.getMetaData().supportsSchemasInTableDefinitions();
		return SchemaPlace.of(connection, schemas ? this.schema : this.catalog);
	}

}

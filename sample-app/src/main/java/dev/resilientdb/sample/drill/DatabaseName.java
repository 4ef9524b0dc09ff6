package dev.resilientdb.sample.drill;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The product and version that a drill runs on.
 */
@Component
class DatabaseName {

	private final DataSource dataSource;

	DatabaseName(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	String read() throws MetaDataAccessException {
		return JdbcUtils.extractDatabaseMetaData(this.dataSource,
				(DatabaseMetaData metaData) -> metaData.getDatabaseProductName() + " "
						+ metaData.getDatabaseProductVersion());
	}

}

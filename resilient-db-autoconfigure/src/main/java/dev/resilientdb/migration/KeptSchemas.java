package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Whose schema is behind a data source: that of each Flyway with the same data source, or
 * with a login of its own to the same schema. Safe for use by several threads.
 */
final class KeptSchemas {

	private static final Logger logger = LoggerFactory.getLogger(KeptSchemas.class);

	private final MigrationReports reports;

	private final DatabaseProducts products;

	private final Map<String, SchemaPlace> places = new ConcurrentHashMap<>();

	KeptSchemas(MigrationReports reports, DatabaseProducts products) {
		this.reports = reports;
		this.products = products;
	}

	void add(SchemaHistory history, Connection connection) throws SQLException {
		this.places.put(history.flyway(), SchemaPlace.of(connection, history.schema()));
	}

	/**
	 * The reports of a data source's schema, none when no Flyway keeps it.
	 */
	List<MigrationReport> reports(DataSource dataSource) {
		String name = this.products.nameOf(dataSource);
		List<MigrationReport> own = this.reports.in(name);
		if (!own.isEmpty() || this.places.isEmpty()) {
			return own;
		}
		try (Connection connection = dataSource.getConnection()) {
			SchemaPlace place = SchemaPlace.of(connection, null);
			return this.reports.all()
				.stream()
				.filter((report) -> place.equals(this.places.get(report.history().flyway())))
				.toList();
		}
		// Pools and routers throw others, and whoever needs a connection will say so
		catch (SQLException | RuntimeException ex) {
			logger.debug("It cannot be told whose schema is behind '{}'", name, ex);
			return List.of();
		}
	}

}

package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Remembers what each server told, and warns of servers that are not what their product's
 * documentation says. Safe for use by several threads.
 */
final class ObservedCapabilities implements Capabilities {

	private static final Logger logger = LoggerFactory.getLogger(ObservedCapabilities.class);

	private final DatabaseProducts products;

	private final ServerReading reading;

	private final Map<String, CapabilityReport> reports = new ConcurrentHashMap<>();

	ObservedCapabilities(DatabaseProducts products, ServerReading reading) {
		this.products = products;
		this.reading = reading;
	}

	@Override
	public CapabilityReport report(String dataSource) {
		CapabilityReport report = this.reports.get(dataSource);
		return (report != null) ? report : CapabilityReport.unknown(dataSource, this.products.product(dataSource));
	}

	/**
	 * Reads what a server can do, on a connection outside the pool.
	 * @throws SQLException when the server does not answer
	 */
	void read(String dataSource, String product) throws SQLException {
		try (Connection connection = this.products.connect(dataSource)) {
			CapabilityReport report = this.reading.read(dataSource, product, connection);
			this.reports.put(dataSource, report);
			warn(report);
		}
	}

	private static void warn(CapabilityReport report) {
		List<ServerCapability> disagreements = report.disagreements();
		if (!disagreements.isEmpty()) {
			logger.warn("Server of data source '{}' is not what {} {} is known for: {}", report.dataSource(),
					report.product(), report.version(),
					disagreements.stream().map(ObservedCapabilities::text).collect(Collectors.joining(", ")));
		}
	}

	private static String text(ServerCapability capability) {
		return capability.capability() + " is declared " + capability.declared() + " and observed "
				+ capability.observed();
	}

}

package dev.resilientdb.failure;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server which product it is, on a connection of its own in a background thread,
 * one question at a time per data source and not again too soon after a failure.
 */
final class ProductProbe {

	private static final Logger logger = LoggerFactory.getLogger(ProductProbe.class);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final List<FailureDialect> dialects;

	private final Executor executor;

	private final InstantSource clock;

	private final Map<String, AtomicReference<Instant>> notBefore = new ConcurrentHashMap<>();

	ProductProbe(List<FailureDialect> dialects, Executor executor, InstantSource clock) {
		this.dialects = dialects;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * Finds out the product and passes it on, unless the same was asked a moment ago.
	 */
	void ask(String name, DataSource dataSource, Consumer<String> answer) {
		Instant now = this.clock.instant();
		AtomicReference<Instant> next = this.notBefore.computeIfAbsent(name, (key) -> new AtomicReference<>(now));
		Instant allowed = next.get();
		if (!now.isBefore(allowed) && next.compareAndSet(allowed, now.plus(PAUSE))) {
			this.executor.execute(() -> probe(name, dataSource, answer));
		}
	}

	// Drivers and data sources of any vendor run here: whatever they throw ends the
	// question
	private void probe(String name, DataSource dataSource, Consumer<String> answer) {
		try (Connection connection = OutsidePool.of(dataSource).getConnection()) {
			answer.accept(product(connection.getMetaData()));
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Product of data source '{}' is not known yet", name, ex);
		}
	}

	String product(DatabaseMetaData metaData) throws SQLException {
		for (FailureDialect dialect : this.dialects) {
			if (dialect.serves(metaData)) {
				return dialect.product();
			}
		}
		return metaData.getDatabaseProductName();
	}

}

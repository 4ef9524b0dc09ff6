package dev.resilientdb.constraint;

import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * The catalogues of the application's data sources, each read in the background on a
 * connection outside its pool, and only when something asks.
 */
final class Catalogs {

	private static final Logger logger = LoggerFactory.getLogger(Catalogs.class);

	private final DatabaseProducts products;

	private final ConstraintProperties.Catalog settings;

	private final Executor executor;

	private final InstantSource clock;

	private final Map<String, CatalogEntry> entries = new ConcurrentHashMap<>();

	Catalogs(DatabaseProducts products, ConstraintProperties.Catalog settings, Executor executor, InstantSource clock) {
		this.products = products;
		this.settings = settings;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * Adds what the catalogues of the product's data sources know. With several of them
	 * only what they agree on.
	 */
	ReportedViolation complete(ConstraintDialect dialect, ReportedViolation reported, Patience patience) {
		List<ReportedViolation> answers = new ArrayList<>();
		for (String name : this.settings.enabled() ? this.products.dataSourceNames() : List.<String>of()) {
			if (dialect.product().equals(this.products.product(name))) {
				Catalog catalog = known(name, dialect, reported, patience);
				answers.add((catalog != null) ? catalog.complete(reported) : reported);
			}
		}
		boolean agreed = !answers.isEmpty() && answers.stream().distinct().count() == 1;
		return agreed ? answers.get(0) : reported;
	}

	/**
	 * What was last read of a data source's catalogue. Answers at once and has it read in
	 * the background if need be.
	 * @return the catalogue, or null when it was not read yet
	 */
	@Nullable Catalog find(String dataSource, ConstraintDialect dialect) {
		CatalogEntry entry = entry(dataSource);
		read(dataSource, dialect, entry, false);
		return entry.catalog();
	}

	private @Nullable Catalog known(String name, ConstraintDialect dialect, ReportedViolation reported,
			Patience patience) {
		CatalogEntry entry = entry(name);
		Catalog catalog = entry.catalog();
		read(name, dialect, entry, catalog != null && !catalog.lists(reported));
		if (catalog == null && patience == Patience.SOME) {
			entry.await(this.settings.maxWait());
		}
		return entry.catalog();
	}

	private CatalogEntry entry(String dataSource) {
		return this.entries.computeIfAbsent(dataSource, (name) -> new CatalogEntry(this.clock));
	}

	private void read(String name, ConstraintDialect dialect, CatalogEntry entry, boolean lacking) {
		if (this.settings.enabled() && entry.begin(lacking)) {
			this.executor.execute(() -> entry.end(load(name, dialect)));
		}
	}

	// Drivers of any vendor run here: whatever they throw ends the reading
	private @Nullable Catalog load(String name, ConstraintDialect dialect) {
		try (Connection connection = this.products.connect(name)) {
			return new Catalog(dialect.constraints(connection, this.settings.maxRows()));
		}
		catch (Throwable ex) {
			logger.debug("Constraints of data source '{}' are not known", name, ex);
			return null;
		}
	}

	/**
	 * Whether a caller may wait for the first look at a catalogue.
	 */
	enum Patience {

		NONE, SOME

	}

}

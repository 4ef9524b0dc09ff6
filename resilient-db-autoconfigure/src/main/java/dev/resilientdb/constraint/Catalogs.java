package dev.resilientdb.constraint;

import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.constraint.CatalogListing.Extent;
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

	private final Set<String> cut = ConcurrentHashMap.newKeySet();

	Catalogs(DatabaseProducts products, ConstraintProperties.Catalog settings, Executor executor, InstantSource clock) {
		this.products = products;
		this.settings = settings;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * Adds what the catalogues of the product's data sources know. With several of them
	 * only what all agree on that may list the constraint.
	 */
	ReportedViolation complete(ConstraintDialect dialect, ReportedViolation reported, Patience patience) {
		Set<ReportedViolation> answers = new HashSet<>();
		for (Catalog catalog : catalogs(dialect, reported, patience)) {
			if (!isWithout(catalog, reported)) {
				answers.add((catalog != null) ? catalog.complete(reported) : reported);
			}
		}
		return (answers.size() == 1) ? answers.iterator().next() : reported;
	}

	private static boolean isWithout(@Nullable Catalog catalog, ReportedViolation reported) {
		return catalog != null && catalog.extent() == Extent.ALL_SCHEMAS && !catalog.lists(reported);
	}

	/**
	 * The product's catalogues, null for those that were not read yet. A name that none
	 * of them lists may be new.
	 */
	private List<@Nullable Catalog> catalogs(ConstraintDialect dialect, ReportedViolation reported, Patience patience) {
		List<String> names = this.settings.enabled() ? names(dialect) : List.of();
		boolean lacking = reported.constraint() != null && names.stream()
			.map((name) -> entry(name).catalog())
			.noneMatch((catalog) -> catalog != null && catalog.lists(reported));
		names.forEach((name) -> read(name, dialect, entry(name), lacking));
		List<@Nullable Catalog> result = new ArrayList<>();
		for (String name : names) {
			CatalogEntry entry = entry(name);
			if (entry.catalog() == null && patience == Patience.SOME) {
				entry.await(this.settings.maxWait());
			}
			result.add(entry.catalog());
		}
		return result;
	}

	private List<String> names(ConstraintDialect dialect) {
		return this.products.dataSourceNames()
			.stream()
			.filter((name) -> dialect.product().equals(this.products.product(name)))
			.toList();
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
			CatalogListing listing = dialect.constraints(connection, this.settings.maxRows());
			if (listing.extent() == Extent.CUT && this.cut.add(name)) {
				logger.info(
						"Constraints of data source '{}' were read up to resilient-db.constraint.catalog.max-rows={}: table and"
								+ " columns of some violations stay unknown",
						name, this.settings.maxRows());
			}
			return new Catalog(listing);
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

package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the application's schema histories, from memory alone. Safe for use by
 * several threads.
 */
public final class MigrationReports {

	private final Supplier<List<String>> flyways;

	private final BooleanSupplier waiting;

	private final Map<String, MigrationReport> reports = new ConcurrentSkipListMap<>();

	private volatile boolean overdue;

	MigrationReports(Supplier<List<String>> flyways, BooleanSupplier waiting) {
		this.flyways = flyways;
		this.waiting = waiting;
	}

	/**
	 * Whether the application takes no traffic because of its schemas. Once it does, it
	 * is not stopped by what others do to them.
	 */
	public boolean isWaiting() {
		return this.waiting.getAsBoolean();
	}

	/**
	 * The bean names of the application's Flyways.
	 */
	public List<String> flyways() {
		return this.flyways.get();
	}

	void put(MigrationReport report) {
		this.reports.put(report.history().flyway(), report);
	}

	void overdue(boolean late) {
		this.overdue = late;
	}

	/**
	 * Whether the application has waited for a schema longer than it was to.
	 */
	public boolean isOverdue() {
		return this.overdue;
	}

	/**
	 * The history of one Flyway.
	 * @param flyway its bean name
	 * @return null when nobody has looked yet
	 */
	public @Nullable MigrationReport of(String flyway) {
		return this.reports.get(flyway);
	}

	/**
	 * All histories in one data source.
	 * @param dataSource its bean name
	 */
	public List<MigrationReport> in(String dataSource) {
		List<MigrationReport> result = new ArrayList<>(this.reports.values());
		result.removeIf((report) -> !report.history().dataSource().equals(dataSource));
		return result;
	}

	/**
	 * All histories, by the bean name of their Flyway.
	 */
	public List<MigrationReport> all() {
		return List.copyOf(this.reports.values());
	}

}

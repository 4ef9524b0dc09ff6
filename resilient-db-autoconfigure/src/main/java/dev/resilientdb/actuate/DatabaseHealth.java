package dev.resilientdb.actuate;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Puts together what the rooms know. Only reads memory: never asks a database.
 */
final class DatabaseHealth {

	private final DatabaseProducts products;

	private final List<HealthSection> sections;

	private final List<RecommendationSource> sources;

	private final InstantSource clock;

	DatabaseHealth(DatabaseProducts products, List<HealthSection> sections, List<RecommendationSource> sources,
			InstantSource clock) {
		this.products = products;
		this.sections = List.copyOf(sections);
		this.sources = List.copyOf(sources);
		this.clock = clock;
	}

	Map<String, Object> overview() {
		Map<String, Object> dataSources = new LinkedHashMap<>();
		HealthStatus worst = HealthStatus.UNKNOWN;
		for (String name : dataSourceNames()) {
			HealthStatus status = status(name);
			worst = worse(status, worst);
			dataSources.put(name, dataSource(name, status));
		}
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("status", worst);
		overview.put("time", this.clock.instant());
		overview.put("dataSources", dataSources);
		overview.put("alerts", List.of());
		overview.put("recommendations", recommendations());
		return overview;
	}

	@Nullable Map<String, Object> section(String name) {
		HealthSection section = find(name);
		if (section == null) {
			return null;
		}
		Map<String, Object> dataSources = new LinkedHashMap<>();
		for (String dataSource : dataSourceNames()) {
			dataSources.put(dataSource, section.of(dataSource));
		}
		Map<String, Object> view = new LinkedHashMap<>(section.overall());
		view.put("dataSources", dataSources);
		return view;
	}

	@Nullable HealthSection find(String name) {
		for (HealthSection section : this.sections) {
			if (section.name().equals(name)) {
				return section;
			}
		}
		return null;
	}

	private Set<String> dataSourceNames() {
		return new LinkedHashSet<>(this.products.dataSourceNames());
	}

	private Map<String, Object> dataSource(String name, HealthStatus status) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("product", this.products.product(name));
		view.put("status", status);
		for (HealthSection section : this.sections) {
			view.put(section.key(), section.summary(name));
		}
		return view;
	}

	/**
	 * The worst that a section says; unknown while the database was never reached.
	 */
	private HealthStatus status(String dataSource) {
		HealthStatus worst = (this.products.product(dataSource) != null) ? HealthStatus.HEALTHY : HealthStatus.UNKNOWN;
		for (HealthSection section : this.sections) {
			worst = worse(section.status(dataSource), worst);
		}
		return worst;
	}

	private static HealthStatus worse(HealthStatus one, HealthStatus other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private List<Recommendation> recommendations() {
		return this.sources.stream()
			.flatMap((source) -> source.recommendations().stream())
			.sorted(Comparator.comparing(Recommendation::severity))
			.toList();
	}

}

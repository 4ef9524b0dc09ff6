package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The settings of the watch in force: as configured, with the changes made while running.
 * Safe for use by several threads.
 */
final class WatchSettings {

	private static final List<String> CHANGEABLE = List.of("pool.warning-utilization", "pool.critical-utilization");

	private final Environment environment;

	private final Map<String, String> changes = new LinkedHashMap<>();

	private volatile PoolProperties properties;

	WatchSettings(PoolProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	PoolProperties current() {
		return this.properties;
	}

	List<String> changeable() {
		return CHANGEABLE;
	}

	Map<String, Object> values() {
		PoolProperties current = this.properties;
		return Map.of("pool.warning-utilization", current.warningUtilization(), "pool.critical-utilization",
				current.criticalUtilization());
	}

	synchronized void change(String name, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException("resilient-db." + name + " must not be empty");
		}
		Map<String, String> next = new LinkedHashMap<>(this.changes);
		next.put("resilient-db." + name, value);
		this.properties = bind(next);
		this.changes.putAll(next);
	}

	private PoolProperties bind(Map<String, String> changes) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		sources.add(new MapConfigurationPropertySource(changes));
		ConfigurationPropertySources.get(this.environment).forEach(sources::add);
		try {
			return new Binder(sources, new PropertySourcesPlaceholdersResolver(this.environment))
				.bindOrCreate("resilient-db.pool", PoolProperties.class);
		}
		catch (BindException ex) {
			Throwable root = ex;
			while (root.getCause() != null) {
				root = root.getCause();
			}
			String reason = String.valueOf(root.getMessage());
			throw new IllegalArgumentException(
					reason.startsWith("resilient-db.") ? reason : ex.getName() + " cannot be changed: " + reason, ex);
		}
	}

}

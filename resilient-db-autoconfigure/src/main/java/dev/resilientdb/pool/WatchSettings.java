package dev.resilientdb.pool;

import java.util.List;
import java.util.Map;

import org.springframework.core.env.Environment;

import dev.resilientdb.ChangeableProperties;

/**
 * The settings of the watch in force: as configured, with the changes made while running.
 * Safe for use by several threads.
 */
final class WatchSettings {

	private static final List<String> CHANGEABLE = List.of("pool.warning-utilization", "pool.critical-utilization");

	private final ChangeableProperties<PoolProperties> properties;

	WatchSettings(PoolProperties properties, Environment environment) {
		this.properties = new ChangeableProperties<>(properties, PoolProperties.class, "pool", environment);
	}

	PoolProperties current() {
		return this.properties.current();
	}

	List<String> changeable() {
		return CHANGEABLE;
	}

	Map<String, Object> values() {
		PoolProperties current = current();
		return Map.of("pool.warning-utilization", current.warningUtilization(), "pool.critical-utilization",
				current.criticalUtilization());
	}

	void change(String name, String value) {
		this.properties.change(name, value);
	}

}

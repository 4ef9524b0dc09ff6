package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.pool.ServerLimits.Allowance;

/**
 * The settings of HikariCP pools and of their watch in force. Neither reading nor
 * changing waits for a database. Safe for use by several threads.
 */
public final class PoolSettings {

	private static final Logger logger = LoggerFactory.getLogger(PoolSettings.class);

	private static final String PREFIX = "pool.";

	private static final String EVICT = "evict";

	private final WatchSettings watch;

	private final DatabaseProducts products;

	private final PoolControls controls;

	private final PoolSizing sizing;

	PoolSettings(WatchSettings watch, DatabaseProducts products, PoolControls controls, PoolSizing sizing) {
		this.watch = watch;
		this.products = products;
		this.controls = controls;
		this.sizing = sizing;
	}

	/**
	 * The values in force: those of the watch by property name without the prefix
	 * {@code resilient-db.}, those of pools as {@code pool.<data source>.<setting>}.
	 */
	public Map<String, Object> values() {
		Map<String, Object> values = new TreeMap<>(this.watch.values());
		for (String dataSource : this.products.dataSourceNames()) {
			PoolControl pool = this.controls.find(dataSource);
			if (pool != null) {
				PoolSetup setup = pool.setup();
				for (PoolSetting setting : PoolSetting.ALL) {
					values.put(name(dataSource, setting.text()), setting.value(setup));
				}
				values.put(name(dataSource, "keepalive-time"), setup.keepaliveTime().toMillis() + "ms");
			}
		}
		return values;
	}

	/**
	 * The names that {@link #change} takes.
	 */
	public List<String> changeable() {
		List<String> names = new ArrayList<>(this.watch.changeable());
		for (String dataSource : this.products.dataSourceNames()) {
			if (this.controls.find(dataSource) != null) {
				for (PoolSetting setting : PoolSetting.ALL) {
					names.add(name(dataSource, setting.text()));
				}
				names.add(name(dataSource, EVICT));
			}
		}
		return names;
	}

	/**
	 * Changes a setting until the application stops. {@code pool.<data source>.evict}
	 * with the value {@code soft} renews a pool's connections.
	 * @throws IllegalArgumentException when the name is not {@link #changeable()} or the
	 * value not valid; nothing has changed then
	 */
	public synchronized void change(String name, String value) {
		if (this.watch.changeable().contains(name)) {
			this.watch.change(name, value);
			return;
		}
		// Names of data sources may have dots, those of settings have none
		int dot = name.lastIndexOf('.');
		String dataSource = (dot > PREFIX.length()) ? name.substring(PREFIX.length(), dot) : "";
		String setting = name.substring(dot + 1);
		if (!name.startsWith(PREFIX) || !this.products.dataSourceNames().contains(dataSource)) {
			throw unknown(name);
		}
		PoolControl pool = this.controls.find(dataSource);
		if (pool == null) {
			throw new IllegalArgumentException("'" + name + "' cannot be changed: data source '" + dataSource
					+ "' is no HikariCP pool, or does not exist yet");
		}
		change(dataSource, pool, setting, value);
	}

	private void change(String dataSource, PoolControl pool, String setting, String value) {
		PoolSetting known = PoolSetting.find(setting);
		if (known != null) {
			pool.apply(checked(dataSource, pool.setup(), known, value));
		}
		else if (EVICT.equals(setting)) {
			evict(dataSource, pool, value);
		}
		else {
			throw unknown(name(dataSource, setting));
		}
	}

	private PoolSetup checked(String dataSource, PoolSetup current, PoolSetting setting, String value) {
		try {
			PoolSetup next = setting.change(current, value);
			SetupRule.check(next, setting);
			if (setting.equals(PoolSetting.MAXIMUM_POOL_SIZE)) {
				checkServer(next.maximumPoolSize(), this.sizing.server(dataSource));
			}
			return next;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"'" + name(dataSource, setting.text()) + "' stays as it is: " + ex.getMessage(), ex);
		}
	}

	private static void checkServer(int size, @Nullable ServerReport server) {
		ServerLimits limits = (server != null) ? server.limits() : null;
		Allowance lowest = (limits != null) ? limits.lowest() : null;
		if (lowest != null && size > lowest.usable()) {
			throw new IllegalArgumentException("the server grants at most " + lowest.usable() + " connections ("
					+ lowest.name() + "), but maximum-pool-size would be " + size);
		}
	}

	private static void evict(String dataSource, PoolControl pool, String value) {
		if (!"soft".equals(value)) {
			throw new IllegalArgumentException("'" + name(dataSource, EVICT) + "' takes the value 'soft' alone");
		}
		if (!pool.evict()) {
			throw new IllegalArgumentException(
					"Data source '" + dataSource + "' has no connections to evict: nobody has asked for one yet");
		}
		logger.info("Connections of data source '{}' are renewed: idle ones now, others when they come back",
				dataSource);
	}

	private IllegalArgumentException unknown(String name) {
		return new IllegalArgumentException(
				"'" + name + "' cannot be changed while running; changeable are " + changeable());
	}

	private static String name(String dataSource, String setting) {
		return PREFIX + dataSource + "." + setting;
	}

}

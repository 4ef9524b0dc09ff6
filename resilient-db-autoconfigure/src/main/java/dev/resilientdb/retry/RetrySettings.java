package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The settings of transaction retry in force: as configured, with the changes made while
 * running. Safe for use by several threads.
 */
public final class RetrySettings {

	private static final List<String> CHANGEABLE = List.of("max-attempts", "delay", "max-delay", "deadline",
			"connection.max-attempts", "connection.delay", "connection.max-delay", "budget.capacity",
			"budget.min-per-second", "budget.ratio");

	private final Environment environment;

	private final Map<String, String> changes = new LinkedHashMap<>();

	private volatile RetryProperties properties;

	RetrySettings(RetryProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	RetryProperties current() {
		return this.properties;
	}

	/**
	 * The values in force, by property name without the prefix {@code resilient-db.}.
	 */
	public Map<String, Object> values() {
		RetryProperties current = this.properties;
		Map<String, Object> values = new TreeMap<>();
		values.put("retry.enabled", current.enabled());
		values.put("retry.scope", text(current.scope()));
		values.put("retry.inside-transaction", text(current.insideTransaction()));
		values.put("retry.observations", text(current.observations()));
		values.put("retry.loaded-entities", text(current.loadedEntities()));
		values.put("retry.on", (current.on() != null) ? current.on() : RetryRules.DEFAULT_KINDS);
		values.put("retry.max-attempts", current.maxAttempts());
		values.put("retry.delay", current.delay().toMillis() + "ms");
		values.put("retry.max-delay", current.maxDelay().toMillis() + "ms");
		values.put("retry.deadline", current.deadline().toMillis() + "ms");
		values.put("retry.connection.max-attempts", current.connection().maxAttempts());
		values.put("retry.connection.delay", current.connection().delay().toMillis() + "ms");
		values.put("retry.connection.max-delay", current.connection().maxDelay().toMillis() + "ms");
		addBudget(values, current.budget());
		return values;
	}

	private static void addBudget(Map<String, Object> values, RetryProperties.Budget budget) {
		values.put("retry.budget.capacity", budget.capacity());
		values.put("retry.budget.min-per-second", budget.minPerSecond());
		values.put("retry.budget.ratio", budget.ratio());
	}

	/**
	 * The names that {@link #change} takes.
	 */
	public List<String> changeable() {
		return CHANGEABLE.stream().map((name) -> "retry." + name).toList();
	}

	/**
	 * Changes a setting until the application stops. It holds from the next failed
	 * attempt on.
	 * @param name property name without the prefix {@code resilient-db.}
	 * @param value the value as it would be written in a properties file
	 * @throws IllegalArgumentException when the name is not {@link #changeable()} or the
	 * value not valid; nothing has changed then
	 */
	public synchronized void change(String name, String value) {
		if (!changeable().contains(name)) {
			throw new IllegalArgumentException(
					"'" + name + "' cannot be changed while running; changeable are " + changeable());
		}
		if (value.isBlank()) {
			throw new IllegalArgumentException("resilient-db." + name + " must not be empty");
		}
		Map<String, String> next = new LinkedHashMap<>(this.changes);
		next.put("resilient-db." + name, value);
		this.properties = bind(next);
		this.changes.putAll(next);
	}

	private RetryProperties bind(Map<String, String> changes) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		sources.add(new MapConfigurationPropertySource(changes));
		ConfigurationPropertySources.get(this.environment).forEach(sources::add);
		try {
			return new Binder(sources, new PropertySourcesPlaceholdersResolver(this.environment))
				.bindOrCreate(RetryProperties.PREFIX, RetryProperties.class);
		}
		catch (BindException ex) {
			throw new IllegalArgumentException(reason(ex), ex);
		}
	}

	private static String reason(BindException ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = String.valueOf(root.getMessage());
		return message.startsWith("resilient-db.") ? message : ex.getName() + " cannot be changed: " + message;
	}

	private static String text(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

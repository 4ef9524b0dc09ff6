package dev.resilientdb.retry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.env.Environment;

import dev.resilientdb.ChangeableProperties;

/**
 * The settings of transaction retry in force: as configured, with the changes made while
 * running. Safe for use by several threads.
 */
public final class RetrySettings {

	private static final List<String> CHANGEABLE = List.of("max-attempts", "delay", "max-delay", "deadline",
			"connection.max-attempts", "connection.delay", "connection.max-delay", "budget.capacity",
			"budget.min-per-second", "budget.ratio");

	private final ChangeableProperties<RetryProperties> properties;

	RetrySettings(RetryProperties properties, Environment environment) {
		this.properties = new ChangeableProperties<>(properties, RetryProperties.class, "retry", environment);
	}

	RetryProperties current() {
		return this.properties.current();
	}

	/**
	 * The values in force, by property name without the prefix {@code resilient-db.}.
	 */
	public Map<String, Object> values() {
		RetryProperties current = current();
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
	public void change(String name, String value) {
		if (!changeable().contains(name)) {
			throw new IllegalArgumentException(
					"'" + name + "' cannot be changed while running; changeable are " + changeable());
		}
		this.properties.change(name, value);
	}

	private static String text(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

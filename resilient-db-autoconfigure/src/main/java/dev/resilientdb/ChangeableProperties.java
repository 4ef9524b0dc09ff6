package dev.resilientdb;

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
 * Properties as configured, with the changes that were made while running: bound and
 * validated as at start. Safe for use by several threads.
 *
 * @param <T> the properties
 */
public final class ChangeableProperties<T> {

	private static final String PREFIX = "resilient-db.";

	private final Class<T> type;

	private final String room;

	private final Environment environment;

	private final Map<String, String> changes = new LinkedHashMap<>();

	private volatile T current;

	/**
	 * Creates them.
	 * @param configured the properties as bound at start
	 * @param type the class to bind
	 * @param room the prefix of the properties without {@code resilient-db.}
	 */
	public ChangeableProperties(T configured, Class<T> type, String room, Environment environment) {
		this.current = configured;
		this.type = type;
		this.room = room;
		this.environment = environment;
	}

	/**
	 * The properties in force.
	 */
	public T current() {
		return this.current;
	}

	/**
	 * Changes a property until the application stops.
	 * @param name its name without {@code resilient-db.}
	 * @param value the value as it would be written in a properties file
	 * @throws IllegalArgumentException when the value is not valid; nothing has changed
	 * then
	 */
	public synchronized void change(String name, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException(PREFIX + name + " must not be empty");
		}
		Map<String, String> next = new LinkedHashMap<>(this.changes);
		next.put(PREFIX + name, value);
		this.current = bind(next);
		this.changes.putAll(next);
	}

	private T bind(Map<String, String> values) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		sources.add(new MapConfigurationPropertySource(values));
		ConfigurationPropertySources.get(this.environment).forEach(sources::add);
		try {
			return new Binder(sources, new PropertySourcesPlaceholdersResolver(this.environment))
				.bindOrCreate(PREFIX + this.room, this.type);
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
		return message.startsWith(PREFIX) ? message : ex.getName() + " cannot be changed: " + message;
	}

}

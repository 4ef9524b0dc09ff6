package dev.resilientdb.migration;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Scripts such as {@code beforeMigrate.sql} that Flyway finds among the migrations.
 *
 * @param events whose scripts are looked for
 */
record CallbackScripts(List<Event> events) {

	private static final Logger logger = LoggerFactory.getLogger(CallbackScripts.class);

	private static final String FILE_SYSTEM = "filesystem:";

	private static final String CLASS_PATH = "classpath:";

	/**
	 * Whether there is one on the class path or in the file system.
	 */
	boolean exist(Configuration configuration) {
		return !configuration.isSkipDefaultCallbacks()
				&& Stream.of(configuration.getLocations()).anyMatch((location) -> exist(configuration, location));
	}

	private boolean exist(Configuration configuration, Location location) {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(
				configuration.getClassLoader());
		try {
			for (Resource resource : resolver.getResources(pattern(location.getDescriptor()))) {
				if (isCallback(String.valueOf(resource.getFilename()), configuration)) {
					return true;
				}
			}
		}
		catch (IOException ex) {
			logger.debug("Location {} cannot be searched for callbacks", location, ex);
		}
		return false;
	}

	private static String pattern(String location) {
		if (location.startsWith(FILE_SYSTEM)) {
			return "file:" + location.substring(FILE_SYSTEM.length()) + "/**/*";
		}
		String path = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
		return "classpath*:" + path + "/**/*";
	}

	private boolean isCallback(String file, Configuration configuration) {
		return this.events.stream().anyMatch((event) -> isCallback(file, event, configuration));
	}

	private static boolean isCallback(String file, Event event, Configuration configuration) {
		return Stream.of(configuration.getSqlMigrationSuffixes())
			.anyMatch((suffix) -> file.equals(event.getId() + suffix)
					|| (file.startsWith(event.getId() + configuration.getSqlMigrationSeparator())
							&& file.endsWith(suffix)));
	}

}
